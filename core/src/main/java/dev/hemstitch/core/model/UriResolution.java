package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.PlainReferences;
import dev.hemstitch.core.text.Injection;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.List;

/** Makes the URIs of a Media Playlist absolute: those of most segments are put behind the folder that they are in. */
final class UriResolution {
    /** Room for a folder before each URI; there may be more. */
    private static final int FOLDER_BYTES = 64;

    private static final long ATTRIBUTES = attributes();

    private final String base;
    private final List<ByteSpan> folders = new ArrayList<>();

    UriResolution(String base) {
        this.base = base;
    }

    private static long attributes() {
        long tags = 0;
        for (HlsTag tag : HlsTag.values()) {
            tags |= tag.hasAttributes() ? tag.bit() : 0;
        }
        return tags;
    }

    ByteSpan resolve(ByteSpan header, SegmentOrigin origin, ByteSpan trailer) {
        ByteSpan text = origin.text();
        ByteSink out = new ByteSink(text.length() + origin.count() * FOLDER_BYTES + FOLDER_BYTES);
        out.append(mapped(header));
        PlainReferences references = new PlainReferences(text);
        int copied = origin.start(0);
        for (int i = 0; i < origin.count(); i++) {
            int uri = origin.uriStart(i);
            int parents = (origin.tags(i) & ATTRIBUTES) == 0
                    ? references.parents(uri, origin.uriEnd(i))
                    : PlainReferences.NOT_PLAIN;
            if (parents == PlainReferences.NOT_PLAIN) {
                out.append(text, copied, origin.start(i));
                out.append(mapped(text.slice(origin.start(i), origin.start(i + 1))));
                copied = origin.start(i + 1);
            } else {
                out.append(text, copied, uri).append(folder(parents));
                copied = uri + 3 * parents;
            }
        }
        out.append(text, copied, origin.start(origin.count()));
        return out.append(mapped(trailer)).toSpan();
    }

    private ByteSpan mapped(ByteSpan lines) {
        return TextEdits.mapUris(lines, reference -> UriReferences.resolve(base, reference));
    }

    /** What stands before a reference behind some {@code ../}. */
    private ByteSpan folder(int parents) {
        while (folders.size() <= parents) {
            String target = UriReferences.resolve(base, "../".repeat(folders.size()) + "x");
            folders.add(ByteSpan.ofUtf8(Injection.requireUriLine(target).substring(0, target.length() - 1)));
        }
        return folders.get(parents);
    }
}
