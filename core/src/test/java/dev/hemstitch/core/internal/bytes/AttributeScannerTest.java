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

    /** A list with the names of another one, whose values are often the same. */
    private static String likeBefore(Random random, String before) {
        ByteSpan span = ByteSpan.ofUtf8(before);
        AttributeScanner scanner = new AttributeScanner(9);
        scanner.scan(span, 0, span.end());
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < scanner.count(); i++) {
            int valueStart = scanner.valueStart(i);
            String name = span.text(scanner.nameStart(i), Math.max(0, valueStart - 1));
            String value = span.text(valueStart, scanner.valueEnd(i));
            elements.add(name + "=" + (random.nextBoolean() ? value : VALUES.get(random.nextInt(5)) + value));
        }
        return String.join(",", elements) + (random.nextInt(8) == 0 ? "," : "");
    }

    private static List<String> names(AttributeScanner scanner, ByteSpan span) {
        List<String> names = new ArrayList<>();
        int[] table = scanner.toTable();
        for (int at = 0; at < table.length; at += 4) {
            names.add(span.text(table[at], table[at + 1]));
        }
        return names;
    }

    @Test
    void a_list_is_recognised_if_it_has_the_names_of_the_one_before_and_nothing_is_wrong_with_it() {
        Random random = new Random(20_260_302);
        int recognised = 0;
        for (int run = 0; run < 4_000; run++) {
            List<String> lists = new ArrayList<>(List.of("ID=1,URI=\"u\",BANDWIDTH=7"));
            for (int i = 0; i < 8; i++) {
                String before = lists.get(lists.size() - 1);
                lists.add(random.nextInt(3) == 0 ? list(random, before) : likeBefore(random, before));
            }
            ByteSpan whole = ByteSpan.ofUtf8(String.join("\n", lists));
            AttributeScanner scanner = new AttributeScanner(4);
            AttributePattern pattern = new AttributePattern(scanner);
            List<String> namesBefore = List.of();
            int from = 0;
            for (String list : lists) {
                ByteSpan alone = ByteSpan.ofUtf8(list);
                AttributeScanner fresh = new AttributeScanner(4);
                fresh.scan(alone, 0, alone.end());
                boolean fine = fresh.problem() == AttributeScanner.Problem.NONE;
                List<String> names = names(fresh, alone);
                int to = from + list.length();
                boolean matches = !namesBefore.isEmpty() && pattern.matches(whole, from, to);
                assertThat(matches).as(list).isEqualTo(fine && !names.isEmpty() && names.equals(namesBefore));
                if (!matches) {
                    scanner.scan(whole, from, to);
                    pattern.forget();
                }
                recognised += matches ? 1 : 0;
                namesBefore = fine ? names : List.of();
                from = to + 1;
            }
        }
        assertThat(recognised).isGreaterThan(4_000);
    }

    @Test
    void a_list_in_front_of_the_one_before_is_not_recognised() {
        ByteSpan text = ByteSpan.ofUtf8("ID=1,URI=2\nID=1,URI=2");
        AttributeScanner scanner = new AttributeScanner(4);
        scanner.scan(text, 11, text.end());
        assertThat(new AttributePattern(scanner).matches(text, 0, 10)).isFalse();
    }
}
