package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.Injection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The definition of a tag that the specification does not have: its name, and how its value is read and written. Reading
 * leaves the lines as they are; whoever has no definition still has them as {@link PlaylistLine}s.
 *
 * @param <T> what the value is in Java
 * @param name the name without {@code #}, such as {@code EXT-X-ACME}; a longer name is another tag
 * @param reader from what stands behind the colon, without outer white space, an empty text if there is nothing; empty if
 *     it is no such value
 * @param writer to what stands behind the colon; an empty text writes the name alone
 */
public record CustomTag<T>(String name, Function<String, Optional<T>> reader, Function<T, String> writer) {
    /** Without it a line is no tag but a comment. */
    private static final String START = "EXT";

    /**
     * A definition.
     *
     * @param name the name without {@code #}
     * @param reader from the value
     * @param writer to the value
     * @throws IllegalArgumentException if the name does not start with {@code EXT}, holds anything but ASCII letters,
     *     digits, hyphens, underscores and points, or is that of a tag of the specification
     */
    public CustomTag {
        if (!name.startsWith(START) || !name.chars().allMatch(CustomTag::isNameCharacter)) {
            throw new IllegalArgumentException("the name of a tag starts with EXT and has letters, digits and hyphens");
        }
        if (HlsTag.of(name).isPresent()) {
            throw new IllegalArgumentException(name + " is a tag of the specification");
        }
    }

    private static boolean isNameCharacter(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    /**
     * A tag whose value is any text, or which has none.
     *
     * @param name the name without {@code #}
     * @return the definition
     * @throws IllegalArgumentException if it cannot be the name of such a tag
     */
    public static CustomTag<String> text(String name) {
        return new CustomTag<>(name, Optional::of, Function.identity());
    }

    /**
     * A tag whose value is an attribute list, to be read and built by {@link Attribute} definitions.
     *
     * @param name the name without {@code #}
     * @return the definition
     * @throws IllegalArgumentException if it cannot be the name of such a tag
     */
    public static CustomTag<AttributeList> attributes(String name) {
        return attributes(name, Optional::of, Function.identity());
    }

    /**
     * A tag whose value is an attribute list that is read and written as something else.
     *
     * @param <T> what the value is in Java
     * @param name the name without {@code #}
     * @param reader from the attributes; empty if it is no such value
     * @param writer to the attributes
     * @return the definition
     * @throws IllegalArgumentException if it cannot be the name of such a tag
     */
    public static <T> CustomTag<T> attributes(
            String name, Function<AttributeList, Optional<T>> reader, Function<T, AttributeList> writer) {
        return new CustomTag<>(
                name,
                value -> reader.apply(AttributeList.parse(value)),
                value -> writer.apply(value).toString());
    }

    /**
     * Whether a line is this tag, readable or not.
     *
     * @param line the line
     * @return whether it has this name
     */
    public boolean is(PlaylistLine line) {
        if (line.kind() != PlaylistLine.Kind.UNKNOWN_TAG) {
            return false;
        }
        ByteSpan content = line.content();
        int nameEnd = content.start() + 1 + name.length();
        boolean starts = nameEnd <= content.end() && content.matches(content.start() + 1, name);
        return starts && (nameEnd == content.end() || content.at(nameEnd) == ':' || isSpace(content.at(nameEnd)));
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\f' || value == 0x0B;
    }

    /**
     * Reads a line.
     *
     * @param line the line
     * @return its value; empty if it is another line or the value cannot be read
     */
    public Optional<T> read(PlaylistLine line) {
        return is(line) ? reader.apply(line.value()) : Optional.empty();
    }

    /**
     * Reads this tag among lines, such as those of a header, a segment or a trailer.
     *
     * @param lines the lines
     * @return the values that can be read, in order
     */
    public List<T> in(List<PlaylistLine> lines) {
        return lines.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /**
     * Writes a value, for builders that take lines.
     *
     * @param value the value
     * @return the line without its end
     * @throws IllegalArgumentException if the written value holds CR, LF or NUL
     */
    public String line(T value) {
        String text = Injection.requireNoControls(writer.apply(value));
        return text.isEmpty() ? '#' + name : '#' + name + ':' + text;
    }

    /** What is to stand for a line: the same, another one, or an empty text to remove it. */
    String edited(PlaylistLine line, Function<T, Optional<T>> edit) {
        Optional<T> value = read(line);
        if (value.isEmpty()) {
            return line.text();
        }
        Optional<T> edited = edit.apply(value.get());
        return edited.equals(value) ? line.text() : edited.map(this::line).orElse("");
    }

    @Override
    public String toString() {
        return name;
    }
}
