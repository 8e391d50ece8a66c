package dev.hemstitch.core.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A scanner that has seen other lists of the same text says what one says that sees a list alone. */
class AttributeScannerTest {
    private static final List<String> NAMES = List.of(
            "ID", "URI", "NAME", "GROUP-ID", "BANDWIDTH", "AVERAGE-BANDWIDTH", "X-A-NAME-OF-24-LETTERS", "X-b", "");

    private static final List<String> VALUES =
            List.of("1", "YES", "\"\"", "\"a,b\"", "0x0123456789ABCDEF01", "\"open", "", " 7");

    private static String list(Random random, String before) {
        if (random.nextInt(3) == 0) {
            return before;
        }
        boolean legal = random.nextInt(3) > 0;
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String name = NAMES.get(random.nextInt(legal ? 7 : NAMES.size()));
            elements.add(name + "=" + VALUES.get(random.nextInt(legal ? 5 : VALUES.size())));
        }
        return String.join(legal || random.nextInt(4) > 0 ? "," : " ", elements);
    }

    private static List<Object> found(AttributeScanner scanner, ByteSpan span, int from) {
        List<Object> found = new ArrayList<>();
        for (int offset : scanner.toTable()) {
            found.add(offset - from);
        }
        boolean fine = scanner.problem() == AttributeScanner.Problem.NONE;
        found.add(scanner.problem());
        found.add(fine ? 0 : scanner.problemOffset() - from);
        NAMES.forEach(name -> found.add(scanner.has(span, new AttributeName(name))));
        return found;
    }

    @Test
    void lists_do_not_depend_on_those_before_them_nor_on_what_stands_behind_them() {
        Random random = new Random(20_260_301);
        for (int run = 0; run < 2_000; run++) {
            List<String> lists = new ArrayList<>(List.of("ID=1,URI=\"u\""));
            for (int i = 0; i < 6; i++) {
                lists.add(list(random, lists.get(lists.size() - 1)));
            }
            byte[] all = String.join("\n", lists).getBytes(StandardCharsets.US_ASCII);
            ByteSpan whole = new ByteSpan(all, 0, all.length);
            AttributeScanner scanner = new AttributeScanner(4);
            int from = 0;
            for (String list : lists) {
                ByteSpan alone = ByteSpan.ofUtf8(list);
                AttributeScanner fresh = new AttributeScanner(4);
                fresh.scan(alone, 0, alone.end());
                scanner.scan(whole, from, from + list.length());
                assertThat(found(scanner, whole, from)).as(list).isEqualTo(found(fresh, alone, 0));
                from += list.length() + 1;
            }
        }
    }

    @Test
    void names_are_told_apart_by_each_of_their_bits() {
        for (String name : List.of("URI", "GROUP-ID", "BANDWIDTH", "AVERAGE-BANDWIDTH")) {
            for (int i = 0; i < 8 * name.length(); i++) {
                byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
                bytes[i / 8] ^= (byte) (1 << (i % 8));
                AttributeName wanted = new AttributeName(name);
                assertThat(wanted.isAt(bytes, 0, bytes.length)).isFalse();
                bytes[i / 8] ^= (byte) (1 << (i % 8));
                assertThat(wanted.isAt(bytes, 0, bytes.length)).isTrue();
            }
        }
    }

    @Test
    void the_names_of_the_list_before_are_recognised() {
        ByteSpan text = ByteSpan.ofUtf8("ID=1,URI=\"u\",NAME=2;ID=33,URI=\"v\",NAME=4;ID=1,URI=\"u\";ID=1,ID=2");
        AttributeScanner scanner = new AttributeScanner(9);
        scanner.scan(text, 0, 19);
        assertThat(scanner.hasSameNames()).isFalse();
        scanner.scan(text, 20, 40);
        assertThat(scanner.hasSameNames()).isTrue();
        scanner.scan(text, 41, 53);
        assertThat(scanner.hasSameNames()).isFalse();
        scanner.scan(text, 54, text.end());
        assertThat(scanner.problem()).isEqualTo(AttributeScanner.Problem.DUPLICATE);
        assertThat(scanner.problemOffset()).isEqualTo(59);
        scanner.scan(text, 54, text.end());
        assertThat(scanner.problem()).isEqualTo(AttributeScanner.Problem.DUPLICATE);
    }
}
