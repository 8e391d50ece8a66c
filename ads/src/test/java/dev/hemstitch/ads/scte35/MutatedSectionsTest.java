package dev.hemstitch.ads.scte35;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, they are a section that is written as it was, or a coded error. */
class MutatedSectionsTest {
    private static final int ROUNDS = 200_000;

    @Test
    void mutated_sections_come_back_bit_for_bit_or_are_refused() {
        Random random = new Random(35);
        List<byte[]> vectors = Vector.all().stream().map(Vector::bytes).toList();
        Set<Scte35ErrorCode> seen = EnumSet.noneOf(Scte35ErrorCode.class);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutated(vectors.get(random.nextInt(vectors.size())), random);
            try {
                SpliceInfoSection section = SpliceInfoSection.parse(bytes);
                int size = 3 + Vector.sectionLength(bytes);
                if (!Arrays.equals(section.toBytes(), Arrays.copyOf(bytes, size))
                        || !SpliceInfoSection.parse(section.toHex()).equals(section)) {
                    throw new AssertionError("not as it was: " + HexFormat.of().formatHex(bytes));
                }
                // Views that look into the bytes only when asked.
                section.segmentationDescriptors().forEach(d -> {
                    d.segmentationUpid().toText();
                    d.segmentationUpid().upids();
                    d.segmentationType().isIn();
                });
                read++;
            } catch (Scte35Exception e) {
                seen.add(e.code());
            }
        }
        assertThat(read).isGreaterThan(ROUNDS / 10);
        assertThat(seen)
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        Scte35ErrorCode.NOT_BASE64_NOR_HEX,
                        Scte35ErrorCode.TOO_SHORT,
                        Scte35ErrorCode.SECTION_TOO_LONG)));
    }

    @Test
    void mutated_texts_are_sections_or_refused() {
        Random random = new Random(36);
        List<String> texts = Vector.all().stream().map(Vector::text).toList();
        for (int i = 0; i < ROUNDS / 4; i++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int n = random.nextInt(3); n >= 0 && text.length() > 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.insert(at, random.nextBoolean() ? "=" : " ");
                    default -> text.setLength(at);
                }
            }
            try {
                SpliceInfoSection section = SpliceInfoSection.parse(text.toString());
                assertThat(SpliceInfoSection.parse(section.toBase64())).isEqualTo(section);
            } catch (Scte35Exception e) {
                assertThat(e.offset()).isBetween(0, Math.max(text.length(), 1));
            }
        }
    }

    /** Changes some bits; mostly with lengths and checksum made right again, so that what lies deeper is reached. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (bytes[at] ^ (1 << random.nextInt(8)));
        }
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(2) == 0 ? 3 + random.nextInt(bytes.length) : bytes.length + 9);
        }
        if (kind > 1) {
            bytes[0] = (byte) 0xFC;
            bytes[1] = original[1];
            bytes[2] = original[2];
            if (kind < 9) {
                bytes[4] &= 0x7F;
            }
            if (kind == 2) {
                bytes = Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length));
                bytes[1] &= (byte) 0xF0;
                bytes[2] = (byte) (bytes.length - 3);
            }
            int end = bytes.length - 4;
            int crc = end > 2 ? Crc32Mpeg.of(bytes, 0, end) : 0;
            for (int i = 0; i < 4; i++) {
                bytes[Math.max(end, 0) + i] = (byte) (crc >>> (24 - 8 * i));
            }
        }
        return bytes;
    }
}
