package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Injection;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Edits of a whole text that leave all but the values concerned byte for byte as it is. */
final class TextEdits {
    /** The attributes that hold one URI, in whatever tag. */
    private static final Set<String> URI_ATTRIBUTES =
            Set.of("URI", "SERVER-URI", "X-ASSET-URI", "X-ASSET-LIST", "X-URI");

    private TextEdits() {}

    static ByteSpan mapUris(ByteSpan text, UnaryOperator<String> mapping) {
        if (text.isEmpty()) {
            return text;
        }
        ByteSink sink = new ByteSink(text.length() + 256);
        for (PlaylistLine line : PlaylistLine.of(text)) {
            if (line.kind() == PlaylistLine.Kind.URI) {
                String mapped = mapping.apply(line.text());
                uriLine(sink, line, mapped.equals(line.text()) ? mapped : Injection.requireUriLine(mapped));
            } else {
                editAttributes(sink, line, (tag, name, value) -> {
                    if (!URI_ATTRIBUTES.contains(name) || value.text().isEmpty()) {
                        return value;
                    }
                    String mapped = mapping.apply(value.text());
                    return mapped.equals(value.text()) ? value : AttributeValue.quoted(mapped);
                });
            }
        }
        return sink.toSpan();
    }

    static ByteSpan substitute(ByteSpan text, Variables variables) {
        ByteSink sink = new ByteSink(text.length() + 1024);
        for (PlaylistLine line : PlaylistLine.of(text)) {
            ByteSpan whole = line.whole();
            if (line.is(HlsTag.DEFINE)) {
                continue;
            }
            if (!whole.containsPair(whole.start(), whole.end(), '{', '$')) {
                sink.append(whole);
            } else if (line.kind() == PlaylistLine.Kind.URI) {
                String substituted = variables.substitute(line.text());
                uriLine(sink, line, staysUriLine(substituted) ? substituted : line.text());
            } else {
                editAttributes(sink, line, (tag, name, value) -> variables.substitute(tag.typeOf(name), value));
            }
        }
        return sink.toSpan();
    }

    /** A value must not turn a URI line into nothing, a tag or a comment. */
    private static boolean staysUriLine(String text) {
        return PlaylistLine.of(ByteSpan.ofUtf8(text + "\n")).get(0).kind() == PlaylistLine.Kind.URI;
    }

    private static void uriLine(ByteSink sink, PlaylistLine line, String uri) {
        if (uri.equals(line.text())) {
            sink.append(line.whole());
        } else {
            replace(sink, line, line.content(), ByteSpan.ofUtf8(uri));
        }
    }

    private interface AttributeEdit {
        AttributeValue edit(HlsTag tag, String name, AttributeValue value);
    }

    private static void editAttributes(ByteSink sink, PlaylistLine line, AttributeEdit edit) {
        HlsTag tag = line.tag().filter(HlsTag::hasAttributes).orElse(null);
        if (tag == null) {
            sink.append(line.whole());
            return;
        }
        AttributeList written = line.attributes();
        AttributeList attributes = written;
        for (Map.Entry<String, AttributeValue> entry : written.asMap().entrySet()) {
            AttributeValue edited = edit.edit(tag, entry.getKey(), entry.getValue());
            if (!edited.equals(entry.getValue())) {
                attributes = attributes.with(entry.getKey(), edited);
            }
        }
        replace(sink, line, line.valueSpan(), attributes.text().span());
    }

    /** Writes a line with other text in place of a part of it. */
    private static void replace(ByteSink sink, PlaylistLine line, ByteSpan part, ByteSpan text) {
        ByteSpan whole = line.whole();
        sink.append(whole.slice(whole.start(), part.start())).append(text).append(whole.slice(part.end(), whole.end()));
    }
}
