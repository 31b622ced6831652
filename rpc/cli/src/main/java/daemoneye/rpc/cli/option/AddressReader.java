package daemoneye.rpc.cli.option;

import daemoneye.rpc.transport.wire.Address;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an address; a wrong one is refused with a sentence that shows the right form.
public final class AddressReader implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
