package daemoneye.rpc.transport.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class LoopInboxTest {
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final LoopInbox inbox =
            new LoopInbox(loop::add, () -> done.add("flushed"), () -> done.add("loop gone"));

    @Test
    void whatGathersIsHandedOverOnceAndFlushedOnce() {
        inbox.run(() -> done.add("a"));
        inbox.run(() -> done.add("b"));
        assertThat(loop).hasSize(1);

        loop.remove().run();
        assertThat(done).containsExactly("a", "b", "flushed");
    }

    @Test
    void aClassThatCannotBeLoadedDoesNotEndTheSessionInSilence() {
        inbox.run(
                () -> {
                    throw new NoClassDefFoundError("a listener's");
                });
        inbox.run(() -> done.add("waits"));
        loop.remove().run();
        inbox.run(() -> done.add("later"));
        loop.remove().run();

        assertThat(done).containsExactly("waits", "flushed", "later", "flushed");
    }
}
