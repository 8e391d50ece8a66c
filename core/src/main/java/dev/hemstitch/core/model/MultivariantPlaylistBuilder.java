package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Injection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Builds a Multivariant Playlist from nothing, or edits one: lines that are not changed keep every byte and their
 * place. Defaults: no tag that is not set. Not safe for use by several threads.
 */
public final class MultivariantPlaylistBuilder {
    private final List<MultivariantItem> items;
    private final String lineEnd;

    MultivariantPlaylistBuilder(List<MultivariantItem> items, String lineEnd) {
        this.items = new ArrayList<>(items);
        this.lineEnd = lineEnd;
    }

    /**
     * Sets EXT-X-VERSION, in its place or behind EXTM3U.
     *
     * @param version the version, unsigned 64 bit
     * @return this builder
     */
    public MultivariantPlaylistBuilder version(long version) {
        return set(HlsTag.VERSION, "#EXT-X-VERSION:" + Long.toUnsignedString(version));
    }

    /**
     * Sets whether EXT-X-INDEPENDENT-SEGMENTS stands in it.
     *
     * @param independent whether it does
     * @return this builder
     */
    public MultivariantPlaylistBuilder independentSegments(boolean independent) {
        return independent
                ? set(HlsTag.INDEPENDENT_SEGMENTS, "#EXT-X-INDEPENDENT-SEGMENTS")
                : remove(HlsTag.INDEPENDENT_SEGMENTS);
    }

    /**
     * Removes all tags of a kind.
     *
     * @param tag the tag; EXTM3U stays
     * @return this builder
     */
    public MultivariantPlaylistBuilder remove(HlsTag tag) {
        if (tag != HlsTag.EXTM3U) {
            items.removeIf(item -> (item.noun() != null && item.noun().tag() == tag)
                    || (item.uriOf() != null && tag == HlsTag.STREAM_INF));
            editRaw(tag, "", false);
        }
        return this;
    }

    private MultivariantPlaylistBuilder set(HlsTag tag, String line) {
        if (!editRaw(tag, line, true)) {
            int at = indexBehind(TagScope.BASIC, TagScope.BASIC);
            items.add(at, MultivariantItem.raw(ByteSpan.ofUtf8(line + lineEnd)));
        }
        return this;
    }

    /** Replaces the first line of a tag and removes the others among the lines without a noun. */
    private boolean editRaw(HlsTag tag, String line, boolean keepFirst) {
        boolean found = false;
        for (int i = 0; i < items.size(); i++) {
            MultivariantItem item = items.get(i);
            if (item.isRaw()) {
                LineBuffer lines = new LineBuffer(item.lines(), lineEnd);
                if (lines.indexOf(tag) >= 0) {
                    boolean replaced = (keepFirst && !found) ? lines.replace(tag, line) : !lines.remove(tag);
                    items.set(i, MultivariantItem.raw(lines.toSpan()));
                    found |= replaced || keepFirst;
                }
            }
        }
        return found;
    }

    /** The index of the item behind the last line of either scope; lines that are kept as they stand are split there. */
    private int indexBehind(TagScope scope, TagScope otherScope) {
        for (int i = items.size() - 1; i >= 0; i--) {
            List<PlaylistLine> lines = PlaylistLine.of(items.get(i).lines());
            for (int k = lines.size() - 1; k >= 0; k--) {
                TagScope found = lines.get(k).tag().map(HlsTag::scope).orElse(null);
                if (found == scope || found == otherScope) {
                    splitBehind(i, lines.get(k).whole().end());
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private void splitBehind(int index, int offset) {
        MultivariantItem item = items.get(index);
        ByteSpan lines = item.lines();
        if (offset < lines.end()) {
            items.set(index, MultivariantItem.raw(lines.slice(lines.start(), offset)));
            items.add(index + 1, MultivariantItem.raw(lines.slice(offset, lines.end())));
        }
    }

    /**
     * Adds a tag with attributes: EXT-X-START and EXT-X-DEFINE behind the last tag of their kind at the start, all others
     * behind all lines.
     *
     * @param tag a tag that a Multivariant Playlist may hold
     * @return this builder
     * @throws IllegalArgumentException if it is a tag of Media Playlists
     */
    public MultivariantPlaylistBuilder add(AttributeTag tag) {
        int at = requireMultivariant(tag).tag().scope() == TagScope.SHARED
                ? indexBehind(TagScope.BASIC, TagScope.SHARED)
                : items.size();
        items.addAll(at, items(tag));
        return this;
    }

    private static AttributeTag requireMultivariant(AttributeTag tag) {
        TagScope scope = tag.tag().scope();
        if (scope != TagScope.MULTIVARIANT && scope != TagScope.SHARED) {
            throw new IllegalArgumentException(tag.tag().tagName() + " cannot stand in a Multivariant Playlist");
        }
        return tag;
    }

    private List<MultivariantItem> items(AttributeTag tag) {
        MultivariantItem line = new MultivariantItem(ByteSpan.ofUtf8(tag.line() + lineEnd), tag, null);
        return tag instanceof Variant variant ? List.of(line, uriLine(variant)) : List.of(line);
    }

    private MultivariantItem uriLine(Variant variant) {
        return new MultivariantItem(ByteSpan.ofUtf8(variant.uri() + lineEnd), null, variant);
    }

    /**
     * Adds a tag or comment behind all lines.
     *
     * @param line the line without its end
     * @return this builder
     * @throws IllegalArgumentException if it does not start with {@code #} or holds CR, LF or NUL
     */
    public MultivariantPlaylistBuilder addLine(String line) {
        items.add(MultivariantItem.raw(ByteSpan.ofUtf8(Injection.requireHashLine(line) + lineEnd)));
        return this;
    }

    /**
     * Adds a tag of the caller's own behind all lines.
     *
     * @param <T> what the value is in Java
     * @param tag the definition
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if the written value holds CR, LF or NUL
     */
    public <T> MultivariantPlaylistBuilder add(CustomTag<T> tag, T value) {
        return addLine(tag.line(value));
    }

    /**
     * Replaces or removes a tag of the caller's own, each where it stands.
     *
     * @param <T> what the value is in Java
     * @param tag the definition; lines that it cannot read stay
     * @param edit takes each value; gives the one to stand there instead, an equal one to keep the line byte for byte, or
     *     empty to remove it
     * @return this builder
     * @throws IllegalArgumentException if a written value holds CR, LF or NUL
     */
    public <T> MultivariantPlaylistBuilder edit(CustomTag<T> tag, Function<T, Optional<T>> edit) {
        return editRaw(lines -> lines.edit(line -> tag.edited(line, edit)));
    }

    /**
     * Removes all lines of a tag of the caller's own, those too that cannot be read.
     *
     * @param tag the definition
     * @return this builder
     */
    public MultivariantPlaylistBuilder remove(CustomTag<?> tag) {
        return editRaw(lines -> lines.removeIf(tag::is));
    }

    private MultivariantPlaylistBuilder editRaw(Consumer<LineBuffer> edit) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isRaw()) {
                LineBuffer lines = new LineBuffer(items.get(i).lines(), lineEnd);
                edit.accept(lines);
                items.set(i, MultivariantItem.raw(lines.toSpan()));
            }
        }
        return this;
    }

    /**
     * Replaces or removes tags with attributes, in order; those that stay equal keep every byte, and so do lines between
     * the tag of a variant and its URI.
     *
     * @param edit takes a variant, rendition or other noun; gives the one to stand there instead, or empty to remove it
     * @return this builder
     * @throws IllegalArgumentException if what it gives is a tag of Media Playlists
     */
    public MultivariantPlaylistBuilder edit(Function<AttributeTag, Optional<? extends AttributeTag>> edit) {
        List<MultivariantItem> edited = new ArrayList<>();
        IdentityHashMap<Variant, Variant> kept = new IdentityHashMap<>();
        for (MultivariantItem item : items) {
            AttributeTag noun = item.noun();
            if (noun != null) {
                edit.apply(noun).ifPresent(result -> edited.addAll(edited(item, noun, result, kept)));
            } else if (item.uriOf() == null) {
                edited.add(item);
            } else {
                Variant result = kept.get(item.uriOf());
                boolean same =
                        result != null && result.uri().equals(item.uriOf().uri());
                if (result != null) {
                    edited.add(same ? new MultivariantItem(item.lines(), null, result) : uriLine(result));
                }
            }
        }
        items.clear();
        items.addAll(edited);
        return this;
    }

    /** What stands for a noun; the URI line of a variant that stays one is still to come. */
    private List<MultivariantItem> edited(
            MultivariantItem item, AttributeTag noun, AttributeTag result, IdentityHashMap<Variant, Variant> kept) {
        if (noun instanceof Variant before && result instanceof Variant after) {
            kept.put(before, after);
            boolean same = before.attributes().equals(after.attributes());
            return List.of(
                    same
                            ? new MultivariantItem(item.lines(), after, null)
                            : items(after).get(0));
        }
        return result.equals(noun) ? List.of(item) : items(requireMultivariant(result));
    }

    /** {@return the playlist} */
    public MultivariantPlaylist build() {
        ByteSink sink = new ByteSink(1024);
        ByteSpan last = ByteSpan.EMPTY;
        for (MultivariantItem item : items) {
            if (!last.isEmpty() && last.at(last.end() - 1) != '\n') {
                sink.append(lineEnd);
            }
            sink.append(item.lines());
            last = item.lines().isEmpty() ? last : item.lines();
        }
        return new MultivariantPlaylistReader(sink.toSpan(), ReadingLimits.NONE).read();
    }
}
