package dev.hemstitch.core.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found about a Multivariant Playlist and the Media Playlists that it names.
 *
 * @param multivariant what was found about the Multivariant Playlist
 * @param mediaPlaylists what was found about each Media Playlist, by the URI that names it, in the order of the
 *     Multivariant Playlist; those that could not be had are left out
 */
public record PresentationReport(ValidationReport multivariant, Map<String, ValidationReport> mediaPlaylists) {
    /**
     * A report; the map is copied.
     *
     * @param multivariant what was found about the Multivariant Playlist
     * @param mediaPlaylists what was found about each Media Playlist
     */
    public PresentationReport {
        mediaPlaylists = Collections.unmodifiableMap(new LinkedHashMap<>(mediaPlaylists));
    }

    /** {@return whether no finding is an error} */
    public boolean isValid() {
        return multivariant.isValid() && mediaPlaylists.values().stream().allMatch(ValidationReport::isValid);
    }
}
