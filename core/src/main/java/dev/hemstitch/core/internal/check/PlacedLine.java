package dev.hemstitch.core.internal.check;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** A line with its place in the playlist, and its values with variables replaced. */
public final class PlacedLine {
    private final PlaylistLine line;
    private final int number;
    private final int byteOffset;
    private final Variables variables;
    private final AttributeList attributes;

    PlacedLine(PlaylistLine line, int number, int byteOffset, Variables variables) {
        this.line = line;
        this.number = number;
        this.byteOffset = byteOffset;
        this.variables = variables;
        this.attributes = line.attributes();
    }

    /** {@return the line} */
    public PlaylistLine line() {
        return line;
    }

    /** {@return its number, from 1} */
    public int number() {
        return number;
    }

    /** {@return how many bytes of the playlist stand before it} */
    public int byteOffset() {
        return byteOffset;
    }

    /** {@return the tag, if it is one of the specification} */
    public Optional<HlsTag> tag() {
        return line.tag();
    }

    /** Whether it is a tag. */
    public boolean is(HlsTag tag) {
        return line.is(tag);
    }

    /** {@return whether it is a URI line} */
    public boolean isUri() {
        return line.kind() == PlaylistLine.Kind.URI;
    }

    /** {@return what stands behind the colon, of another line than a tag all of it; variables as they are written} */
    public String value() {
        return line.value();
    }

    /** {@return all of the line with its end, as characters} */
    public String source() {
        return line.source().toString();
    }

    /** {@return the URI of a URI line, variables replaced} */
    public String uri() {
        return substitute(line.text());
    }

    /** {@return the attributes as they are written} */
    public AttributeList attributes() {
        return attributes;
    }

    /** Whether an attribute is there, readable or not. */
    public boolean has(Attribute<?> attribute) {
        return attributes.find(attribute.name()).isPresent();
    }

    /** The text of an attribute without quotes, variables replaced; empty if it is absent. */
    public Optional<String> text(String attribute) {
        return attributes.find(attribute).map(value -> substitute(value.text()));
    }

    /** The text of one of its values without quotes, variables replaced. */
    public String text(AttributeValue value) {
        return substitute(value.text());
    }

    /** The value of an attribute, variables replaced; empty if it is absent or cannot be read. */
    public <T> Optional<T> get(Attribute<T> attribute) {
        return text(attribute.name()).flatMap(attribute.reader());
    }

    /** The value of an attribute as it is written, in its form. */
    public Optional<AttributeValue> find(String attribute) {
        return attributes.find(attribute);
    }

    private String substitute(String text) {
        return text.contains("{$") ? variables.substitute(text) : text;
    }

    /** {@return where its text begins} */
    public SourceLocation location() {
        return at(line.textOffset());
    }

    /** {@return where its value begins} */
    public SourceLocation valueLocation() {
        return at(line.valueOffset());
    }

    /** Where an attribute stands; the line's own place if it is absent. */
    public SourceLocation location(String attribute) {
        OptionalInt offset = attributes.offset(attribute);
        return offset.isPresent() ? at(line.valueOffset() + offset.getAsInt()) : location();
    }

    /** The place of a character of {@link #source}. */
    public SourceLocation atCharacter(int index) {
        return at(source().substring(0, index).getBytes(StandardCharsets.UTF_8).length);
    }

    /** The place so many bytes behind the line's start. */
    public SourceLocation at(int bytes) {
        return new SourceLocation(number, bytes + 1, byteOffset + bytes);
    }

    @Override
    public String toString() {
        return number + ": " + line;
    }
}
