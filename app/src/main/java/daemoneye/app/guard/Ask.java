package daemoneye.app.guard;

import daemoneye.app.calls.CollectorAction;

import java.util.List;
import java.util.Optional;

/// What must be asked before an intent becomes a call; one kind for each class of danger.
public sealed interface Ask {
    /// It cannot be done now, and nothing waits to be done later.
    ///
    /// @param why one sentence for people
    record Refused(String why) implements Ask {}

    /// Class 0: runs at once.
    record AtOnce(Intent intent) implements Ask {}

    /// Class 1: runs at once, and can be taken back.
    record WithUndo(Intent intent, Optional<CollectorAction> opposite) implements Ask {}

    /// Classes 2 to 4: a dialog comes first.
    sealed interface Question extends Ask {
        Stakes stakes();

        /// What has to be typed, exactly; empty if nothing has.
        Optional<String> phrase();

        /// Whether it cannot be confirmed without a reason.
        boolean needsReason();

        /// Whether the button has to be held.
        boolean held();
    }

    /// Class 2: effect and reason.
    record Confirm(Stakes stakes) implements Question {
        @Override
        public Optional<String> phrase() {
            return Optional.empty();
        }

        @Override
        public boolean needsReason() {
            return false;
        }

        @Override
        public boolean held() {
            return false;
        }
    }

    /// Class 3: the number of collectors has to be typed.
    record Count(Stakes stakes) implements Question {
        @Override
        public Optional<String> phrase() {
            return Optional.of(Integer.toString(stakes.intent().targets().size()));
        }

        @Override
        public boolean needsReason() {
            return false;
        }

        @Override
        public boolean held() {
            return false;
        }
    }

    /// Class 4: a phrase (the id of the one collector), a reason, and the button held.
    record Hold(Stakes stakes, String words) implements Question {
        @Override
        public Optional<String> phrase() {
            return Optional.of(words);
        }

        @Override
        public boolean needsReason() {
            return true;
        }

        @Override
        public boolean held() {
            return true;
        }
    }

    /// What is at stake, in words.
    ///
    /// @param effect what the action does
    /// @param impact what is lost by it, one sentence each; may be empty
    record Stakes(Intent intent, String effect, List<String> impact) {
        public Stakes {
            impact = List.copyOf(impact);
        }
    }
}
