package dev.hemstitch.ads.model;

import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variant;
import java.util.List;
import java.util.Optional;

/**
 * A Media Playlist of a presentation and what the Multivariant Playlist says of it. Its place identifies it, never its
 * bandwidth.
 *
 * @param kind what its segments hold
 * @param name what reports call it: its URI as the Multivariant Playlist has it
 * @param uri its URI, resolved
 * @param playlist the playlist, its variables replaced
 * @param variants the variants that use it: as their own media, or through a group; empty if nothing is known
 * @param rendition the rendition that it is, if it is one
 * @param iFrames the I-frame variant that it is, if it is one
 */
public record Track(
        TrackKind kind,
        String name,
        String uri,
        MediaPlaylist playlist,
        List<Variant> variants,
        Optional<Rendition> rendition,
        Optional<IFrameVariant> iFrames) {}
