package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.id.CollectorId;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the id of a collector.
public final class CollectorIdReader implements ITypeConverter<CollectorId> {
    @Override
    public CollectorId convert(String text) {
        CollectorId.fault(text)
                .ifPresent(
                        why -> {
                            throw new TypeConversionException(why);
                        });
        return new CollectorId(text);
    }
}
