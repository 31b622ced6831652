package daemoneye.rpc.agent.answering;

import static daemoneye.rpc.protocol.operation.CollectorOperation.GET_CAPABILITIES;
import static daemoneye.rpc.protocol.operation.CollectorOperation.PAUSE;
import static daemoneye.rpc.protocol.operation.CollectorOperation.RESTART;
import static daemoneye.rpc.protocol.operation.CollectorOperation.RESUME;
import static daemoneye.rpc.protocol.operation.CollectorOperation.START;
import static daemoneye.rpc.protocol.operation.CollectorOperation.STOP;

import daemoneye.rpc.agent.configuration.StartChange;
import daemoneye.rpc.agent.process.limit.LimitReport;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Answers `control.collector.{id}` for one collector.
final class LifecycleAnswers {
    private final SupervisedCollector collector;
    private final Relay relay;
    private final GracefulCalls graceful;
    private final OneAtATime turn;
    private final StartChange settings;

    LifecycleAnswers(
            SupervisedCollector collector,
            Relay relay,
            GracefulCalls graceful,
            OneAtATime turn,
            StartChange settings) {
        this.collector = collector;
        this.relay = relay;
        this.graceful = graceful;
        this.turn = turn;
        this.settings = settings;
    }

    OperationTable table() {
        return OperationTable.empty()
                .with(START, turn.guardToTheEnd(call -> checked(call, this::start)))
                .with(STOP, turn.guard(call -> checked(call, this::stop)))
                .with(RESTART, turn.guardToTheEnd(call -> checked(call, this::restart)))
                .with(PAUSE, turn.guard(call -> checked(call, this::pause)))
                .with(RESUME, turn.guard(call -> checked(call, this::pause)))
                .with(GET_CAPABILITIES, this::capabilities);
    }

    @FunctionalInterface
    private interface Work {
        Answer on(ServedRequest call, CollectorLifecycleRequest wish) throws InterruptedException;
    }

    private Answer checked(ServedRequest call, Work work) throws InterruptedException {
        var operation = call.request().operation();
        if (!(call.request().payload() instanceof CollectorLifecycleRequest wish)) {
            return Answer.failed(Orders.wrongPayload(operation, "CollectorLifecycleRequest"));
        }
        var fault =
                Orders.fault(wish, collector.info())
                        .or(() -> collector.refusal(operation, wish.onlyIncarnation()));
        if (fault.isPresent()) {
            return Answer.failed(fault.get());
        }
        // Next it is spawned, signalled or called: from here on there is no way back.
        return call.commit() ? work.on(call, wish) : Answer.withdrawn();
    }

    private Answer start(ServedRequest call, CollectorLifecycleRequest wish)
            throws InterruptedException {
        var steering = new Steering(collector, relay, graceful, call, wish);
        return withLimits(
                settings.around(
                        call,
                        wish,
                        steering,
                        () -> {
                            var order = Orders.start(wish, call.remaining(), false);
                            return Waiting.of(collector.start(order, call::progress));
                        }));
    }

    private Answer stop(ServedRequest call, CollectorLifecycleRequest wish)
            throws InterruptedException {
        var order = Orders.stop(wish, call, Duration.ZERO);
        return Waiting.of(collector.stop(order, graceful.because(call), call::progress));
    }

    private Answer restart(ServedRequest call, CollectorLifecycleRequest wish)
            throws InterruptedException {
        var steering = new Steering(collector, relay, graceful, call, wish);
        var reserve = wish.configOverrides().isEmpty() ? Duration.ZERO : Steering.FOR_GOING_BACK;
        return withLimits(settings.around(call, wish, steering, () -> steering.restart(reserve)));
    }

    private Answer pause(ServedRequest call, CollectorLifecycleRequest wish)
            throws InterruptedException {
        // Whom the caller meant was checked; another life may have begun since then.
        var incarnation = wish.onlyIncarnation().or(() -> collector.info().incarnation());
        var answer = Waiting.of(relay.pass(call, collector.id(), meant(wish, incarnation)));
        if (answer instanceof Answer.Success && incarnation.isPresent()) {
            collector.paused(incarnation.get(), call.request().operation() == PAUSE);
        }
        return answer;
    }

    // Should a stray process of the same name listen, too, it is not the one that is meant.
    private static CollectorLifecycleRequest meant(
            CollectorLifecycleRequest wish, Optional<Incarnation> incarnation) {
        return new CollectorLifecycleRequest(
                wish.collectorId(),
                wish.collectorType(),
                wish.configOverrides(),
                wish.environment(),
                wish.resourceLimits(),
                wish.startupTimeoutMs(),
                incarnation,
                wish.reason());
    }

    private Answer capabilities(ServedRequest call) throws InterruptedException {
        var info = collector.info();
        if (info.state() == ProcessState.RUNNING || info.state() == ProcessState.PAUSED) {
            return Waiting.of(relay.pass(call, collector.id()));
        }
        return collector
                .capabilities()
                .<Answer>map(Answer::done)
                .orElseGet(() -> Answer.failed(Refusals.of(ErrorCode.COLLECTOR_NOT_RUNNING, info)));
    }

    private Answer withLimits(Answer answer) {
        var report = collector.life().map(life -> life.process().limits()).orElse(LimitReport.NONE);
        if (!(answer instanceof Answer.Success(var payload)) || report.equals(LimitReport.NONE)) {
            return answer;
        }
        var said = new LinkedHashMap<String, ConfigValue>();
        if (payload.isPresent() && payload.get() instanceof GenericPayload(var values)) {
            said.putAll(values);
        }
        said.put("limits_applied", ConfigValue.texts(report.applied()));
        said.put("limits_not_applied", ConfigValue.texts(report.notApplied()));
        return Answer.done(new GenericPayload(said));
    }
}
