package daemoneye.rpc.cli.call;

import daemoneye.rpc.protocol.operation.CollectorOperation;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Reads an operation by its design name.
final class OperationReader implements ITypeConverter<CollectorOperation> {
    OperationReader() {}

    @Override
    public CollectorOperation convert(String name) {
        return CollectorOperation.named(name)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "there is no operation \"%s\"; known are %s"
                                                .formatted(name, String.join(", ", known()))));
    }

    static List<String> known() {
        return stream().map(CollectorOperation::designName).toList();
    }

    private static Stream<CollectorOperation> stream() {
        return Arrays.stream(CollectorOperation.values())
                .filter(each -> each != CollectorOperation.UNKNOWN);
    }
}
