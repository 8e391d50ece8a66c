package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes indented JSON as it goes: what is absent is left out, and numbers keep the digits they were written with. */
final class JsonWriter implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            // What breaks off because something failed must not look complete.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");

    private final JsonGenerator generator;

    /** A writer into a stream, which stays open. */
    JsonWriter(OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        this.generator = FACTORY.createGenerator(out);
        generator.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter));
    }

    /** What writes the members of an object. */
    @FunctionalInterface
    interface Members<T> {
        void write(T value, JsonWriter json) throws IOException;
    }

    void startArray() throws IOException {
        generator.writeStartArray();
    }

    void endArray() throws IOException {
        generator.writeEndArray();
    }

    <T> void object(T value, Members<T> members) throws IOException {
        generator.writeStartObject();
        members.write(value, this);
        generator.writeEndObject();
    }

    <T> void object(String name, Optional<T> value, Members<T> members) throws IOException {
        if (value.isPresent()) {
            object(name, value.get(), members);
        }
    }

    <T> void object(String name, T value, Members<T> members) throws IOException {
        generator.writeFieldName(name);
        object(value, members);
    }

    /** An array of objects, even if it is empty. */
    <T> void array(String name, List<? extends T> values, Members<T> members) throws IOException {
        generator.writeArrayFieldStart(name);
        for (T value : values) {
            object(value, members);
        }
        generator.writeEndArray();
    }

    /** An array of objects, left out if it is empty. */
    <T> void objects(String name, List<? extends T> values, Members<T> members) throws IOException {
        if (!values.isEmpty()) {
            array(name, values, members);
        }
    }

    /** An array of texts, left out if it is empty. */
    void texts(String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        }
    }

    void text(String name, String value) throws IOException {
        generator.writeStringField(name, value);
    }

    void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    void unsigned(String name, long value) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(Long.toUnsignedString(value));
    }

    void unsigned(String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            unsigned(name, value.getAsLong());
        }
    }

    void decimal(String name, BigDecimal value) throws IOException {
        // As text: Jackson's own way turns small numbers to exponents, and refuses very long ones.
        generator.writeFieldName(name);
        generator.writeNumber(value.toPlainString());
    }

    void decimal(String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            decimal(name, value.get());
        }
    }

    void bool(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
    }

    /** A member for a tag that is there or not: {@code true}, or left out. */
    void flag(String name, boolean isThere) throws IOException {
        if (isThere) {
            bool(name, true);
        }
    }

    /** Ends the text with a newline. */
    @Override
    public void close() throws IOException {
        generator.writeRaw('\n');
        generator.close();
    }
}
