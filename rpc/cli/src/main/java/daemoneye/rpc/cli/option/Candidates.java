package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// Values that are known before anybody is asked: for completion.
public final class Candidates {
    private Candidates() {}

    /// Operations by their design names.
    public static final class Operations implements Iterable<String> {
        /// Made by picocli.
        public Operations() {}

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(CollectorOperation.values())
                    .filter(each -> each != CollectorOperation.UNKNOWN)
                    .map(CollectorOperation::designName)
                    .iterator();
        }
    }

    /// Roles that a person can ask to be let in as.
    public static final class PersonRoles extends Words {
        /// Made by picocli.
        public PersonRoles() {
            super("viewer", "operator", "admin");
        }
    }

    /// All roles that a token can have.
    public static final class Roles extends Words {
        /// Made by picocli.
        public Roles() {
            super("viewer", "operator", "admin", "collector", "agent");
        }
    }

    /// Types of collectors that come with the product.
    public static final class Types extends Words {
        /// Made by picocli.
        public Types() {
            super("process-monitor", "network-monitor", "file-monitor", "performance-monitor");
        }
    }

    /// Collectors that come with the product.
    public static final class Standard extends Words {
        /// Made by picocli.
        public Standard() {
            super("procmond", "netmond", "fsmond", "perfmond");
        }
    }

    /// Forms of an audit export.
    public static final class Formats extends Words {
        /// Made by picocli.
        public Formats() {
            super("jsonl", "csv");
        }
    }

    /// A list of words.
    public abstract static class Words implements Iterable<String> {
        private final List<String> words;

        /// @param words in the order in which they are offered
        protected Words(String... words) {
            this.words = List.of(words);
        }

        @Override
        public Iterator<String> iterator() {
            return words.iterator();
        }
    }
}
