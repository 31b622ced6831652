package daemoneye.app.shell;

import daemoneye.app.bulk.BulkViewModel;
import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.config.ConfigViewModel;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.guard.Protection;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.quit.QuitViewModel;
import daemoneye.app.rollout.RolloutsViewModel;
import daemoneye.app.shutdown.ShutdownViewModel;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Everything through which a person acts, put together: the guard, and behind it the dialog for
/// shutdowns, those for settings, the table for several, and the question before the window
/// closes. FX thread only.
///
/// @param guard where every action begins
public record Acting(
        GuardViewModel guard,
        ShutdownViewModel shutdown,
        BulkViewModel bulk,
        ConfigViewModel config,
        RolloutsViewModel rollouts,
        QuitViewModel quit) {
    /// @param protection of the connection, as it is at the moment
    /// @param hostedAgent the agent that ends with this window, if there is one
    /// @param fxThread where questions come alive
    public static Acting on(
            FleetModel fleet,
            OperationsViewModel operations,
            Supplier<Protection> protection,
            Supplier<Optional<String>> hostedAgent,
            Ticker ticker,
            Executor fxThread) {
        var guard = new GuardViewModel(fleet, operations, protection, ticker, fxThread);
        var bulk = new BulkViewModel(operations, fleet, guard, ticker);
        var shutdown = new ShutdownViewModel(guard, operations, fleet, ticker, bulk::run);
        var desk =
                new Desk(
                        guard,
                        operations,
                        fleet,
                        ticker,
                        fxThread,
                        Thread::startVirtualThread,
                        Desk.PATIENCE);
        var config = new ConfigViewModel(desk);
        var rollouts = new RolloutsViewModel(desk);
        guard.use(
                new GuardViewModel.Doors() {
                    @Override
                    public boolean opens(Intent intent) {
                        boolean mine = intent.action() == CollectorAction.CONFIGURE;
                        if (mine && intent.targets().size() == 1) {
                            config.open(intent.targets().getFirst());
                        } else if (mine) {
                            rollouts.open(intent.targets());
                        }
                        return mine;
                    }

                    @Override
                    public boolean asks(Intent intent, List<String> listed) {
                        return shutdown.asks(intent, listed);
                    }

                    @Override
                    public boolean runs(Intent intent, Map<String, CallTerms> terms) {
                        bulk.run(intent, terms);
                        return true;
                    }
                });
        var quit = new QuitViewModel(fleet, operations, guard, hostedAgent, ticker, fxThread);
        quit.askAlso(rollouts::unfinished);
        return new Acting(guard, shutdown, bulk, config, rollouts, quit);
    }

    /// Lets open questions and dialogs know what has changed.
    void show(FleetSnapshot snapshot) {
        guard.show(snapshot);
        shutdown.show(snapshot);
        bulk.show(snapshot);
        config.show(snapshot);
        rollouts.show(snapshot);
    }

    /// The window goes elsewhere: nothing that waits is sent any more, and nothing is put back.
    public void leave() {
        List.copyOf(guard.waiting()).forEach(WaitingCall::cancel);
        rollouts.leave();
    }
}
