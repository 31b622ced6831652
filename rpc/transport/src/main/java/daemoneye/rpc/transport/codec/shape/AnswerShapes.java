package daemoneye.rpc.transport.codec.shape;

import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.ResourceRequirements;

/// The payloads in which collectors and agents tell about themselves.
final class AnswerShapes {
    static final Shape<HealthCheckData> HEALTH =
            new Shape<>(
                    23, HealthCheckData.class, AnswerShapes::writeHealth, AnswerShapes::readHealth);
    static final Shape<CapabilitiesData> CAPABILITIES =
            new Shape<>(
                    25,
                    CapabilitiesData.class,
                    AnswerShapes::writeCapabilities,
                    AnswerShapes::readCapabilities);
    static final Shape<RegistrationRequest> REGISTRATION =
            new Shape<>(
                    27,
                    RegistrationRequest.class,
                    AnswerShapes::writeRegistration,
                    AnswerShapes::readRegistration);
    static final Shape<DeregistrationRequest> DEREGISTRATION =
            new Shape<>(
                    28,
                    DeregistrationRequest.class,
                    AnswerShapes::writeDeregistration,
                    AnswerShapes::readDeregistration);
    static final Shape<CollectorListing> LISTING =
            new Shape<>(
                    30,
                    CollectorListing.class,
                    AnswerShapes::writeListing,
                    AnswerShapes::readListing);
    static final Shape<ResourceRequirements> REQUIREMENTS =
            new Shape<>(
                    43,
                    ResourceRequirements.class,
                    AnswerShapes::writeRequirements,
                    AnswerShapes::readRequirements);

    /// A component's record: its length, an empty name, status, message, last check, interval.
    private static final int LEAST_COMPONENT = 3 + 1 + 1 + 1 + 8 + 1;

    /// A collector's record: its length, an id of one letter, and the least of the other fields.
    private static final int LEAST_INFO = 3 + 2 + 1 + 1 + 1 + 1;

    private AnswerShapes() {}

    private static void writeHealth(BodyOutput out, HealthCheckData data) {
        out.id(data.collectorId());
        out.code(EnumTables.HEALTH, data.status());
        out.map(data.components(), StateShapes.COMPONENT.writing());
        out.figures(data.metrics());
        out.instant(data.lastHeartbeat());
        out.number(data.uptimeSeconds());
        out.number(data.errorCount());
    }

    private static HealthCheckData readHealth(BodyInput in) {
        return new HealthCheckData(
                in.id("collectorId"),
                in.code("status", EnumTables.HEALTH),
                in.map("components", LEAST_COMPONENT, StateShapes.COMPONENT.readingPart()),
                in.figures("metrics"),
                in.instant("lastHeartbeat"),
                in.number("uptimeSeconds"),
                in.number("errorCount"));
    }

    private static void writeCapabilities(BodyOutput out, CapabilitiesData data) {
        out.id(data.collectorId());
        out.list(data.eventTypes(), BodyOutput::text);
        out.list(data.operations(), (each, value) -> each.code(EnumTables.OPERATION, value));
        REQUIREMENTS.write(out, data.resourceRequirements());
        out.list(data.platformSupport(), BodyOutput::text);
        out.map(data.features(), BodyOutput::flag);
    }

    private static CapabilitiesData readCapabilities(BodyInput in) {
        return new CapabilitiesData(
                in.id("collectorId"),
                in.list("eventTypes", 1, BodyInput::text),
                in.list("operations", 1, each -> EnumTables.OPERATION.value(each.tag())),
                in.part("resourceRequirements", REQUIREMENTS.reading()),
                in.list("platformSupport", 1, BodyInput::text),
                in.map("features", 1, BodyInput::flag));
    }

    private static void writeRegistration(BodyOutput out, RegistrationRequest request) {
        out.id(request.collectorId());
        out.text(request.collectorType());
        out.text(request.host());
        out.number(request.pid());
        out.number(request.incarnation().value());
        out.optionalText(request.agentId());
        out.text(request.version());
        CAPABILITIES.write(out, request.capabilities());
    }

    private static RegistrationRequest readRegistration(BodyInput in) {
        return new RegistrationRequest(
                in.id("collectorId"),
                in.text("collectorType"),
                in.text("host"),
                in.number("pid"),
                in.incarnation("incarnation"),
                in.optionalText("agentId"),
                in.text("version"),
                in.part("capabilities", CAPABILITIES.reading()));
    }

    private static void writeDeregistration(BodyOutput out, DeregistrationRequest request) {
        out.id(request.collectorId());
        out.number(request.incarnation().value());
        out.optionalText(request.reason());
    }

    private static DeregistrationRequest readDeregistration(BodyInput in) {
        return new DeregistrationRequest(
                in.id("collectorId"), in.incarnation("incarnation"), in.optionalText("reason"));
    }

    private static void writeListing(BodyOutput out, CollectorListing listing) {
        out.text(listing.agentId());
        out.text(listing.host());
        out.list(listing.collectors(), StateShapes.INFO.writing());
    }

    private static CollectorListing readListing(BodyInput in) {
        return new CollectorListing(
                in.text("agentId"),
                in.text("host"),
                in.list("collectors", LEAST_INFO, StateShapes.INFO.readingPart()));
    }

    private static void writeRequirements(BodyOutput out, ResourceRequirements needs) {
        out.number(needs.minMemoryBytes());
        out.decimal(needs.minCpuPercent());
        out.list(needs.requiredPrivileges(), BodyOutput::text);
        out.list(needs.requiredCapabilities(), BodyOutput::text);
    }

    private static ResourceRequirements readRequirements(BodyInput in) {
        return new ResourceRequirements(
                in.number("minMemoryBytes"),
                in.decimal("minCpuPercent"),
                in.list("requiredPrivileges", 1, BodyInput::text),
                in.list("requiredCapabilities", 1, BodyInput::text));
    }
}
