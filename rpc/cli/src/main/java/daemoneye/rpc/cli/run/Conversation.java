package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.link.OpenLink;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.wire.Address;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Asks over a link and waits for the answers. What fails becomes a [CommandFailure].
public final class Conversation implements AutoCloseable {
    /// For the list of collectors that helps with a mistyped id: the least that a call may take.
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final OpenLink link;
    private final Ticker ticker;

    private Conversation(OpenLink link, Ticker ticker) {
        this.link = link;
        this.ticker = ticker;
    }

    /// As the command line says.
    ///
    /// @throws CommandFailure if there is no broker for us
    public static Conversation with(ConnectOptions connect, Surroundings surroundings) {
        return with(connect.address(), connect.admission(), surroundings);
    }

    /// As who we are; for brokers that a command has started itself.
    ///
    /// @throws CommandFailure if there is no broker for us
    public static Conversation asOurselves(Address broker, Surroundings surroundings) {
        return with(broker, Admission.USUAL, surroundings);
    }

    private static Conversation with(
            Address broker, Admission admission, Surroundings surroundings) {
        try {
            return new Conversation(
                    surroundings.links().open(broker, admission), surroundings.ticker());
        } catch (Links.NotReachable e) {
            throw new CommandFailure(
                    RpcError.notExecuted(e.code(), String.valueOf(e.getMessage())));
        }
    }

    public OpenLink link() {
        return link;
    }

    /// Tells from now on when a call is repeated or a circuit breaks; the teller must not block.
    public void onTrouble(Consumer<String> teller) {
        link.resilience().watch(event -> teller.accept(event.sentence()));
    }

    /// A request with a fresh id.
    public RpcRequest request(
            CollectorOperation operation, Topic target, RpcPayload payload, Duration timeout) {
        return RpcRequest.of(link.clientId(), target, operation, payload, timeout, ticker.now());
    }

    /// Asks one collector, or the agent that answers for it.
    ///
    /// @throws CommandFailure if it fails; if nobody answers, with the ids that are known
    public Done ask(RpcRequest request, CollectorId id, Consumer<RpcResponse> onProgress) {
        return switch (link.caller().call(request, onProgress).join()) {
            case Done done -> done;
            case Failed failed -> throw new CommandFailure(explained(failed.error(), request, id));
        };
    }

    /// The same, with a word on the way for a person who waits.
    public Done ask(RpcRequest request, CollectorId id, Report report) {
        try (var progress = report.progress()) {
            progress.show("%s %s ...".formatted(request.operation().designName(), id));
            return ask(request, id, _ -> {});
        }
    }

    /// Asks whoever answers the topic.
    public Done ask(RpcRequest request, Consumer<RpcResponse> onProgress) {
        return switch (link.caller().call(request, onProgress).join()) {
            case Done done -> done;
            case Failed failed -> throw new CommandFailure(failed.error());
        };
    }

    /// Asks all; empty if nobody answers the topic.
    public List<CallOutcome> askEveryone(RpcRequest request) {
        return link.caller().callEveryone(request).join();
    }

    /// What each agent says of its collectors, of which at least one must say it, if there are any.
    ///
    /// @throws CommandFailure with what the first one said instead, if all of them failed
    public List<CollectorListing> fleet(Duration timeout) {
        var answers = askEveryone(listing(timeout));
        var listings = answers.stream().flatMap(Conversation::listing).toList();
        if (listings.isEmpty()
                && answers.stream().findFirst().orElse(null) instanceof Failed failed) {
            throw new CommandFailure(failed.error());
        }
        return listings;
    }

    /// What each agent says of its collectors; agents that fail are left out.
    public List<CollectorListing> listings(Duration timeout) {
        return askEveryone(listing(timeout)).stream().flatMap(Conversation::listing).toList();
    }

    private RpcRequest listing(Duration timeout) {
        return request(
                CollectorOperation.LIST_COLLECTORS,
                CollectorTopics.LIFECYCLE_BROADCAST,
                new EmptyPayload(),
                timeout);
    }

    @Override
    public void close() {
        link.close();
    }

    private RpcError explained(RpcError error, RpcRequest request, CollectorId id) {
        return error.code().equals(ErrorCode.NO_RESPONDER.name())
                ? nobody(error, id)
                : traceable(error, request, id);
    }

    /// With what it takes to ask later, if it is not known whether something has changed.
    public static RpcError traceable(RpcError error, RpcRequest request, CollectorId id) {
        boolean open = error.certainty() == ExecutionCertainty.UNKNOWN;
        return open && request.operation().changes()
                ? error.with("collector_id", ConfigValue.of(id.text()))
                        .with("request_id", ConfigValue.of(request.requestId().toString()))
                : error;
    }

    private RpcError nobody(RpcError error, CollectorId id) {
        var known =
                listings(LOOK_UP).stream()
                        .flatMap(listing -> listing.collectors().stream())
                        .map(info -> info.collectorId().text())
                        .sorted()
                        .toList();
        if (known.contains(id.text())) {
            return error;
        }
        var sentence =
                known.isEmpty()
                        ? "nobody answers for \"%s\", and no agent is connected".formatted(id)
                        : "nobody answers for \"%s\"; known collectors: %s"
                                .formatted(id, String.join(", ", known));
        return RpcError.notExecuted(ErrorCode.NO_RESPONDER, sentence)
                .with("known_collectors", ConfigValue.texts(known));
    }

    private static Stream<CollectorListing> listing(CallOutcome outcome) {
        return switch (outcome) {
            case Done(var response, _)
                    when response.payload().orElse(null) instanceof CollectorListing listing ->
                    Stream.of(listing);
            case Done _, Failed _ -> Stream.empty();
        };
    }
}
