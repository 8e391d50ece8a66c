package dev.hemstitch.core.internal.bytes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Splits an attribute list (RFC 8216bis, 4.2) into names and values, without making an object for any of them.
 *
 * <p>What is ugly: four numbers for each attribute in one growing array, the first problem in two fields, names compared
 * only if a hash of six bits has been seen, and two ways to read an element, the first for those that are as they should
 * be. Why: it runs for every tag with attributes. Paid for by {@code ParseBenchmark}.
 *
 * <p>Tolerant: white space round names, values and commas is passed over, an element without {@code =} becomes an
 * attribute with an empty value, an unclosed quote reaches to the end. Each of these is remembered as the problem.
 */
public final class AttributeScanner {
    /** What is wrong with an attribute list. */
    public enum Problem {
        /** Nothing. */
        NONE,
        /** White space where none may stand. */
        WHITESPACE,
        /** An element that is not {@code NAME=VALUE}, an empty one, or a name with other characters. */
        SYNTAX,
        /** A quoted string that does not end. */
        UNCLOSED_QUOTE,
        /** One name twice. */
        DUPLICATE,
        /** More attributes than the limit. */
        TOO_MANY
    }

    /** Up to here each name is compared with each, which is faster than anything else and takes no object. */
    private static final int FEW = 32;

    /** Spreads the names of each tag of the specification over 64 bits so that no two of one tag share a bit. */
    private static final long SPREAD = 0x615E_C12D_33B9_C581L;

    private static final int[] EMPTY = {};

    private final int mostAttributes;
    private int[] table = EMPTY;
    private int count;
    private long namesSeen;

    private Problem problem = Problem.NONE;
    private int problemOffset;

    /** A scanner that stops behind the given number of attributes. */
    public AttributeScanner(int mostAttributes) {
        this.mostAttributes = mostAttributes;
    }

    /** Scans a list; afterwards this scanner tells of that list only. */
    public void scan(ByteSpan span, int from, int to) {
        byte[] bytes = span.array();
        count = 0;
        namesSeen = 0;
        problem = Problem.NONE;
        int i = from;
        while (i < to) {
            if (count == mostAttributes) {
                problem = Problem.TOO_MANY;
                problemOffset = i;
                return;
            }
            int plain = plainElement(bytes, i, to);
            i = plain >= 0 ? plain : element(bytes, i, to);
            if (i < to && i + 1 == to) {
                note(Problem.SYNTAX, i);
            }
            i++;
        }
        if (count > FEW && problem == Problem.NONE) {
            findDuplicate(span);
        }
    }

    private static long bit(byte[] bytes, int nameStart, int nameEnd) {
        return 1L << ((Words.key(bytes, nameStart, nameEnd) * SPREAD) >>> 58);
    }

    /** The square of many names would take too long. */
    private void findDuplicate(ByteSpan span) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count && problem == Problem.NONE; i++) {
            if (!names.add(span.text(table[4 * i], table[4 * i + 1]))) {
                note(Problem.DUPLICATE, table[4 * i]);
            }
        }
    }

    /** Reads an element with which nothing is wrong; returns the offset of the comma behind it, or the end, or -1. */
    private int plainElement(byte[] bytes, int from, int to) {
        int nameEnd = Words.findAttributeNameEnd(bytes, from, to);
        int valueStart = nameEnd + 1;
        if (nameEnd == from || valueStart >= to || bytes[nameEnd] != '=') {
            return -1;
        }
        int end = plainValueEnd(bytes, valueStart, valueStart, to);
        if (end < 0) {
            return -1;
        }
        add(bytes, from, nameEnd, valueStart, end);
        return end;
    }

    /**
     * The end of a value with which nothing is wrong, or -1.
     *
     * @param from up to here, if it is further on, the value does not end, as is known
     */
    static int plainValueEnd(byte[] bytes, int valueStart, int from, int to) {
        if (bytes[valueStart] == '"') {
            int end = Words.find(bytes, Math.max(from, valueStart + 1), to, Words.QUOTES) + 1;
            return end > to || (end < to && bytes[end] != ',') ? -1 : end;
        }
        int end = Words.find(bytes, from, to, Words.COMMAS);
        return end == valueStart || bytes[valueStart] <= ' ' || bytes[end - 1] <= ' ' ? -1 : end;
    }

    /** Reads one element; returns the offset of the comma behind it, or the end. */
    private int element(byte[] bytes, int from, int to) {
        int nameStart = skipSpace(bytes, from, to);
        int i = nameStart;
        while (i < to && bytes[i] != '=' && bytes[i] != ',') {
            i++;
        }
        int nameEnd = trimEnd(bytes, nameStart, i);
        if (i == to || bytes[i] == ',') {
            note(Problem.SYNTAX, nameStart);
            if (nameEnd > nameStart) {
                add(bytes, nameStart, nameEnd, i, i);
            }
            return i;
        }
        if (nameEnd == nameStart || Words.findAttributeNameEnd(bytes, nameStart, nameEnd) < nameEnd) {
            note(Problem.SYNTAX, nameStart);
        }
        int valueStart = skipSpace(bytes, i + 1, to);
        int valueEnd = valueEnd(bytes, valueStart, to);
        int comma = valueEnd;
        while (comma < to && bytes[comma] != ',') {
            comma++;
        }
        if (valueStart < to && bytes[valueStart] == '"' && trimEnd(bytes, valueEnd, comma) > valueEnd) {
            note(Problem.SYNTAX, valueEnd);
            valueEnd = comma;
        }
        int trimmed = trimEnd(bytes, valueStart, valueEnd);
        if (nameStart > from || nameEnd < i || valueStart > i + 1 || trimmed < comma) {
            note(Problem.WHITESPACE, nameStart > from ? from : nameEnd);
        }
        add(bytes, nameStart, nameEnd, valueStart, trimmed);
        return comma;
    }

    private int valueEnd(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '"') {
            int i = from + 1;
            while (i < to && bytes[i] != '"') {
                i++;
            }
            if (i == to) {
                note(Problem.UNCLOSED_QUOTE, from);
                return to;
            }
            return i + 1;
        }
        int i = from;
        while (i < to && bytes[i] != ',') {
            i++;
        }
        if (i == from) {
            note(Problem.SYNTAX, from);
        }
        return i;
    }

    private void add(byte[] bytes, int nameStart, int nameEnd, int valueStart, int valueEnd) {
        long name = bit(bytes, nameStart, nameEnd);
        if ((namesSeen & name) != 0 && count < FEW && problem == Problem.NONE) {
            findDuplicateOf(bytes, nameStart, nameEnd);
        }
        namesSeen |= name;
        int at = 4 * count++;
        if (at == table.length) {
            table = Arrays.copyOf(table, Math.max(32, 2 * at));
        }
        table[at] = nameStart;
        table[at + 1] = nameEnd;
        table[at + 2] = valueStart;
        table[at + 3] = valueEnd;
    }

    private void findDuplicateOf(byte[] bytes, int nameStart, int nameEnd) {
        for (int i = 0; i < count && problem == Problem.NONE; i++) {
            if (Arrays.equals(bytes, table[4 * i], table[4 * i + 1], bytes, nameStart, nameEnd)) {
                note(Problem.DUPLICATE, nameStart);
            }
        }
    }

    private void note(Problem newProblem, int offset) {
        if (problem == Problem.NONE || problem == Problem.WHITESPACE) {
            problem = newProblem;
            problemOffset = offset;
        }
    }

    private static int skipSpace(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && LineScanner.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static int trimEnd(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && LineScanner.isSpace(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /** The number of attributes. */
    public int count() {
        return count;
    }

    /** Whether the list has an attribute of the given name. */
    public boolean has(ByteSpan span, AttributeName name) {
        byte[] bytes = span.array();
        for (int i = 0; i < 4 * count; i += 4) {
            if (name.isAt(bytes, table[i], table[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /** Whether an attribute has a name. */
    public boolean isNamed(ByteSpan span, int index, String name) {
        return table[4 * index + 1] - table[4 * index] == name.length() && span.matches(table[4 * index], name);
    }

    /** Where the name of an attribute starts. */
    int nameStart(int index) {
        return table[4 * index];
    }

    /** Where the value of an attribute starts, with its quote. */
    public int valueStart(int index) {
        return table[4 * index + 2];
    }

    /** The offset behind the value of an attribute, with its quote. */
    public int valueEnd(int index) {
        return table[4 * index + 3];
    }

    /** For each attribute: start and end of its name, start and end of its value (with quotes, if it has them). */
    public int[] toTable() {
        return Arrays.copyOf(table, 4 * count);
    }

    /** The first problem, but too many attributes before all others, and white space only when there is no other. */
    public Problem problem() {
        return problem;
    }

    /** The offset of the first problem. */
    public int problemOffset() {
        return problemOffset;
    }
}
