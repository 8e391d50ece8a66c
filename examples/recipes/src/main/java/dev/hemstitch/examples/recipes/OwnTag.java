package dev.hemstitch.examples.recipes;

import dev.hemstitch.core.model.CustomTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.Optional;

/** A tag that the specification does not have, read and written as a value. */
public final class OwnTag {
    /**
     * What the tag says.
     *
     * @param id a number
     * @param label a text
     */
    public record Marker(long id, String label) {}

    private OwnTag() {}

    /**
     * Renumbers the markers of a playlist.
     *
     * @param playlist the playlist
     * @return the playlist with other markers in the same places, and nothing else changed
     */
    public static MediaPlaylist renumber(MediaPlaylist playlist) {
        // begin
        Attribute<Long> id = Attribute.decimalInteger("ID");
        Attribute<String> label = Attribute.quotedString("LABEL");
        CustomTag<Marker> tag = CustomTag.attributes(
                "EXT-X-ACME-MARKER",
                list -> list.get(id)
                        .map(number -> new Marker(number, list.get(label).orElse(""))),
                marker -> AttributeList.builder()
                        .set(id, marker.id())
                        .set(label, marker.label())
                        .build());

        playlist.customTags(tag).forEach(marker -> System.out.println(marker.label()));
        return playlist.toBuilder()
                .edit(tag, marker -> Optional.of(new Marker(marker.id() + 1, marker.label())))
                .build();
        // end
    }
}
