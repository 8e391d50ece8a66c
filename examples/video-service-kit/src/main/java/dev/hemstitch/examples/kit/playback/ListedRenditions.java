package dev.hemstitch.examples.kit.playback;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.uri.UriReferences;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which renditions a Multivariant Playlist names while the origin does not have all of them. Those that it lacks are left out, since
 * not every player tries another one when a playlist is answered with 502. Subtitles go without anything else. Of audio, and of
 * alternative video, another rendition of the group has to be there, or else the variants that need the group go too; if none would
 * be left, its renditions stay: a player that asks again may find them back, and without sound nobody would be served.
 */
final class ListedRenditions {
    private final MultivariantPlaylist playlist;
    private final String uri;
    private final Set<String> missing;
    private final Set<Group> lost;
    private final boolean withoutLost;

    /** Renditions that can stand for each other. */
    private record Group(RenditionType type, String id) {
        static Group of(Rendition rendition) {
            return new Group(rendition.type(), rendition.groupId());
        }
    }

    private ListedRenditions(MultivariantPlaylist playlist, String uri, Set<String> missing) {
        this.playlist = playlist;
        this.uri = uri;
        this.missing = missing;
        this.lost = lost();
        this.withoutLost = playlist.variants().stream().anyMatch(variant -> isThere(variant) && !needsLost(variant));
    }

    /**
     * A Multivariant Playlist without what cannot be had.
     *
     * @param playlist the playlist
     * @param uri where it was read from
     * @param missing the absolute URIs of the Media Playlists that cannot be had
     * @return the playlist as it is to be shown
     */
    static MultivariantPlaylist of(MultivariantPlaylist playlist, String uri, Set<String> missing) {
        if (missing.isEmpty()) {
            return playlist;
        }
        ListedRenditions listed = new ListedRenditions(playlist, uri, missing);
        return playlist.toBuilder().edit(listed::edit).build();
    }

    private Set<Group> lost() {
        Set<Group> groups =
                playlist.renditions().stream().map(Group::of).collect(Collectors.toCollection(HashSet::new));
        playlist.renditions().stream()
                .filter(rendition -> !isMissing(rendition.uri()))
                .map(Group::of)
                .forEach(groups::remove);
        return groups;
    }

    private boolean isMissing(Optional<String> reference) {
        return reference
                .filter(written -> missing.contains(UriReferences.resolve(uri, written)))
                .isPresent();
    }

    private boolean isThere(Variant variant) {
        return !isMissing(Optional.of(variant.uri()));
    }

    private boolean needsLost(Variant variant) {
        return isLost(RenditionType.AUDIO, variant.audio()) || isLost(RenditionType.VIDEO, variant.video());
    }

    private boolean isLost(RenditionType type, Optional<String> group) {
        return group.filter(id -> lost.contains(new Group(type, id))).isPresent();
    }

    private Optional<? extends AttributeTag> edit(AttributeTag tag) {
        if (tag instanceof Variant variant) {
            boolean stays = isThere(variant) && !(withoutLost && needsLost(variant));
            return stays ? Optional.of(withoutLostSubtitles(variant)) : Optional.empty();
        }
        if (tag instanceof Rendition rendition) {
            return isMissing(rendition.uri()) && !isKept(rendition) ? Optional.empty() : Optional.of(rendition);
        }
        boolean isGone = tag instanceof IFrameVariant iFrames && isMissing(Optional.of(iFrames.uri()));
        return isGone ? Optional.empty() : Optional.of(tag);
    }

    private boolean isKept(Rendition rendition) {
        boolean isNeeded = List.of(RenditionType.AUDIO, RenditionType.VIDEO).contains(rendition.type());
        return isNeeded && !withoutLost && lost.contains(Group.of(rendition));
    }

    private Variant withoutLostSubtitles(Variant variant) {
        return isLost(RenditionType.SUBTITLES, variant.subtitles())
                ? variant.toBuilder().remove("SUBTITLES").build()
                : variant;
    }
}
