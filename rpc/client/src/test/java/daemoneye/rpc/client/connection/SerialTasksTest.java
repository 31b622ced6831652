package daemoneye.rpc.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SerialTasksTest {
    private final SerialTasks tasks = new SerialTasks();
    private final List<String> done = new ArrayList<>();

    @Test
    void whatATaskAddsRunsAfterIt() {
        tasks.run(
                () -> {
                    tasks.run(() -> done.add("inner"));
                    done.add("outer");
                });

        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void aTaskThatFailsStopsNeitherThoseThatWaitNorLaterOnes() {
        tasks.run(
                () -> {
                    tasks.run(() -> done.add("waits"));
                    throw new IllegalStateException("a bug");
                });
        tasks.run(() -> done.add("later"));

        assertThat(done).containsExactly("waits", "later");
    }

    @Test
    void aClassThatCannotBeLoadedStopsTheLineNoMoreThanAnyOtherFault() {
        tasks.run(
                () -> {
                    tasks.run(() -> done.add("waits"));
                    throw new NoClassDefFoundError("a listener's");
                });
        tasks.run(() -> done.add("later"));

        assertThat(done).containsExactly("waits", "later");
    }
}
