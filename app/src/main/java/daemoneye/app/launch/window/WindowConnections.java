package daemoneye.app.launch.window;

import daemoneye.app.backend.Backend;
import daemoneye.app.backend.BackendSource;
import daemoneye.app.backend.Switchboard;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.Seconds;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfileDoors;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.TestResult;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Takes a window from one connection to another, and remembers where it went. FX thread.
public final class WindowConnections implements ProfileDoors {
    private final ConsoleWindow window;
    private final ProfilesViewModel profiles;
    private final Switchboard switchboard;
    private final Ticker ticker;
    private final Executor workers;
    private final Consumer<List<Profile>> onProfiles;
    private final Consumer<Profile> onConnect;

    /// @param workers may block
    /// @param onProfiles told on a worker of what is to be kept
    /// @param onConnect told on a worker where the window went
    public WindowConnections(
            ConsoleWindow window,
            ProfilesViewModel profiles,
            Backend first,
            BackendSource source,
            Ticker ticker,
            Executor workers,
            Consumer<List<Profile>> onProfiles,
            Consumer<Profile> onConnect) {
        this.window = window;
        this.profiles = profiles;
        this.ticker = ticker;
        this.workers = workers;
        this.onProfiles = onProfiles;
        this.onConnect = onConnect;
        switchboard = new Switchboard(source, ticker, workers, FxThread::run, first, window::use);
        profiles.use(this);
    }

    @Override
    public void connect(Profile profile) {
        if (window.maySwitch(profile.name(), () -> go(profile))) {
            go(profile);
        }
    }

    private void go(Profile profile) {
        profiles.connected(profile);
        switchboard.switchTo(profile);
        workers.execute(() -> onConnect.accept(profile));
    }

    @Override
    public void giveUp() {
        switchboard.stop(
                profiles.currentProperty().get().name(), Messages.text("link.closed.byYou"));
    }

    @Override
    public CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp) {
        return switchboard.test(profile, givenUp).thenApplyAsync(result -> result, FxThread::run);
    }

    @Override
    public Runnable countSeconds(LongConsumer onSecond) {
        return Seconds.count(ticker, FxThread::run, onSecond);
    }

    @Override
    public void remember(List<Profile> kept) {
        workers.execute(() -> onProfiles.accept(kept));
    }

    /// @return done when nothing runs any more
    public CompletableFuture<Void> close() {
        return switchboard.close();
    }
}
