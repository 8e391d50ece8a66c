package dev.hemstitch.core.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All ways to write a rope give the bytes of its ranges, one behind the other, whichever of them is the longest. */
class ByteRopeTest {
    @Test
    void ranges_follow_each_other_in_a_new_array_and_in_a_buffer() {
        Random random = new Random(20_260_303);
        byte[] source = new byte[20_000];
        random.nextBytes(source);
        ByteSpan span = new ByteSpan(source, 0, source.length);
        for (int run = 0; run < 500; run++) {
            ByteRope rope = new ByteRope(2);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            int most = run % 2 == 0 ? source.length : 100;
            for (int i = 2 + random.nextInt(5); i > 0; i--) {
                int count = random.nextInt(most);
                int from = random.nextInt(source.length - count);
                rope.add(span, from, from + count);
                expected.write(source, from, count);
            }
            ByteBuffer buffer = ByteBuffer.allocate(expected.size() + 2).position(1);
            rope.putTo(buffer);
            assertThat(rope.toByteArray()).isEqualTo(expected.toByteArray());
            assertThat(buffer.flip().position(1).slice()).isEqualTo(ByteBuffer.wrap(expected.toByteArray()));
        }
    }
}
