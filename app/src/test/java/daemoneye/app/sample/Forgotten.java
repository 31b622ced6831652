package daemoneye.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// Things that nothing may hold once they are gone from the screen. Holds none of them itself.
public final class Forgotten {
    /// A pulse or two after the last change, and as many collections as it takes: what is held for
    /// longer is held.
    private static final int TRIES = 40;

    private final List<Thing> all = new ArrayList<>();

    private static final class Thing extends WeakReference<Object> {
        private final String name;

        Thing(String name, Object thing) {
            super(thing);
            this.name = name;
        }
    }

    /// @param name says in a failure what it was
    public void expect(String name, Object thing) {
        all.add(new Thing(name, thing));
    }

    /// Fails and names what is still held by somebody.
    public void check() {
        assertThat(all).isNotEmpty();
        for (int tries = 0; tries < TRIES && !held().isEmpty(); tries++) {
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
        }
        assertThat(held()).as("still held").isEmpty();
    }

    private List<String> held() {
        return all.stream().filter(each -> each.get() != null).map(each -> each.name).toList();
    }
}
