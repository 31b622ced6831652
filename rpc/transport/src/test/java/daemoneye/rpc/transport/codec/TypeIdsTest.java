package daemoneye.rpc.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;

import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.transport.codec.shape.BodyShape;
import daemoneye.rpc.transport.codec.shape.EnumCodes;
import daemoneye.rpc.transport.codec.shape.EnumTables;
import daemoneye.rpc.transport.codec.shape.FigureNames;
import daemoneye.rpc.transport.codec.shape.Shape;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The numbers on the wire are promises to other versions and other languages.
class TypeIdsTest {
    private static final String MEND =
            "the golden file in src/test/resources is the promise: change the code, or for a new"
                    + " type or constant add a line";

    private static List<String> golden(String file) throws IOException {
        try (var stream = Objects.requireNonNull(TypeIdsTest.class.getResourceAsStream(file))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void theIdsOfTypesAreThePromisedOnes() throws IOException {
        var kryo = new Kryo();
        kryo.setRegistrationRequired(true);
        new BodyShape().registerWith(kryo);
        var real = new ArrayList<String>();
        real.add(kryo.getRegistration(MessageBody.class).getId() + " MessageBody");
        for (var shape : BodyShape.all()) {
            assertThat(kryo.getRegistration(shape.type()).getId()).isEqualTo(shape.id());
            real.add(shape.id() + " " + shape.type().getSimpleName());
        }
        assertThat(real).as(MEND).containsExactlyInAnyOrderElementsOf(golden("type-ids.txt"));
    }

    @Test
    void everyBodyAndEveryPayloadHasAnId() {
        var known = BodyShape.all().stream().<Class<?>>map(Shape::type).toList();
        var permitted =
                Stream.of(MessageBody.class, RpcPayload.class)
                        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                        .toList();
        assertThat(known).containsAll(permitted);
    }

    @Test
    void theBytesOfConstantsAreThePromisedOnes() throws IOException {
        var real = EnumTables.all().stream().flatMap(TypeIdsTest::lines).toList();
        assertThat(real).as(MEND).containsExactlyInAnyOrderElementsOf(golden("enum-codes.txt"));
    }

    @Test
    void theNumbersOfFigureNamesAreThePromisedOnes() throws IOException {
        var names = FigureNames.names();
        var real = IntStream.range(0, names.size()).mapToObj(i -> i + " " + names.get(i)).toList();
        assertThat(real).as(MEND).isEqualTo(golden("figure-names.txt"));
    }

    private static Stream<String> lines(EnumCodes<?> codes) {
        var name = codes.unknown().getDeclaringClass().getSimpleName();
        return codes.all().entrySet().stream()
                .map(each -> name + " " + each.getValue() + " " + each.getKey().name());
    }
}
