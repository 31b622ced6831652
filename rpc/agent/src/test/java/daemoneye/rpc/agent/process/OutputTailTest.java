package daemoneye.rpc.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;

class OutputTailTest {
    private final OutputTail tail = new OutputTail();

    @Test
    void onlyTheLastTwentyLinesAreKept() {
        var text = new StringBuilder();
        for (int line = 1; line <= 1000; line++) {
            text.append("line ").append(line).append('\n');
        }
        assertThat(read(text.toString())).hasSize(20).startsWith("line 981").endsWith("line 1000");
    }

    @Test
    void anUnfinishedLineCountsAsOneOfTheTwenty() {
        assertThat(read("a\n".repeat(20) + "the last words"))
                .hasSize(20)
                .endsWith("the last words");
    }

    @Test
    void aLineWithoutEndTakesNoMoreThanFiveHundredCharacters() {
        assertThat(read("x".repeat(3_000_000))).containsExactly("x".repeat(1_000));
    }

    @Test
    void aPairOfSurrogatesIsKeptWholeOrNotAtAll() {
        assertThat(read("x".repeat(999) + "\uD83D\uDE00y\n"))
                .containsExactly("x".repeat(999) + "y");
        assertThat(read("\uD83D\uDE00")).endsWith("\uD83D\uDE00");
    }

    @Test
    void controlAndInvisibleCharactersAreRemoved() {
        assertThat(read("a\u001B[31mred\u0007\u0000\u007F\u0085\u202Eb\u200B\tc\r\n"))
                .containsExactly("a[31mredb c");
    }

    @Test
    void bytesThatAreNoTextBecomeReplacementCharacters() {
        tail.drain(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, (byte) 0xC0, 'b'}));
        assertThat(tail.lines()).containsExactly("a\uFFFD\uFFFDb");
    }

    @Test
    void emptyLinesAreLeftOut() {
        assertThat(read("\n\n  \n\r\none\n\n\ntwo\n\n")).containsExactly("one", "two");
    }

    @Test
    void randomBytesNeverBreakTheBounds() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            tail.drain(new ByteArrayInputStream(bytes));
            assertThat(tail.lines()).hasSizeLessThanOrEqualTo(20);
            assertThat(tail.lines())
                    .allSatisfy(
                            line -> {
                                assertThat(line.length()).isBetween(1, 1_000);
                                assertThat(line.chars().noneMatch(Character::isISOControl))
                                        .isTrue();
                                assertThat(new String(line.getBytes(UTF_8), UTF_8))
                                        .as("whole characters only")
                                        .isEqualTo(line);
                            });
        }
    }

    @Test
    void aStreamThatBreaksKeepsWhatWasRead() {
        tail.drain(
                new InputStream() {
                    private int at;

                    @Override
                    public int read() throws IOException {
                        throw new IOException("read in chunks");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        if (at++ > 0) {
                            throw new IOException("broken pipe");
                        }
                        into[offset] = 'a';
                        into[offset + 1] = '\n';
                        return 2;
                    }
                });
        assertThat(tail.lines()).containsExactly("a");
    }

    private List<String> read(String text) {
        tail.drain(new ByteArrayInputStream(text.getBytes(UTF_8)));
        return tail.lines();
    }
}
