package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/// A request that was sent before, and the collector that it was about.
public final class RequestChoice {
    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collector that the request was about.")
    private CollectorId id = new CollectorId("none");

    @Parameters(
            index = "1",
            paramLabel = "REQUEST",
            converter = RequestReader.class,
            description =
                    "Its request_id: from --json, from the error that it ended with, or from the"
                            + " audit log.")
    private RequestId request = RequestId.random();

    /// Made by picocli.
    public RequestChoice() {}

    CollectorId id() {
        return id;
    }

    RequestId request() {
        return request;
    }

    /// Reads the id of a request.
    public static final class RequestReader implements ITypeConverter<RequestId> {
        private static final Pattern SHAPE =
                Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        @Override
        public RequestId convert(String text) {
            if (!SHAPE.matcher(text).matches()) {
                throw new TypeConversionException(
                        "\"%s\" is no request_id: that is like 319c708b-38fe-4800-a36b-04bed5c8b9e5"
                                .formatted(text));
            }
            return RequestId.parse(text);
        }
    }
}
