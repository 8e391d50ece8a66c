package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import java.io.IOException;
import java.util.List;

/** A playlist as the JSON of {@code inspect}: what stands in it, nothing defaulted. */
final class PlaylistJson {
    private PlaylistJson() {}

    static void write(Playlist playlist, JsonWriter json) throws IOException {
        if (playlist instanceof MediaPlaylist media) {
            json.object(media, MediaPlaylistJson::members);
        } else if (playlist instanceof MultivariantPlaylist multivariant) {
            json.object(multivariant, PlaylistJson::multivariant);
        }
    }

    private static void multivariant(MultivariantPlaylist playlist, JsonWriter json) throws IOException {
        json.text("kind", "multivariant");
        json.unsigned("version", playlist.version());
        json.flag("independentSegments", playlist.independentSegments());
        shared(playlist, json);
        json.object("contentSteering", playlist.contentSteering(), AttributeJson::membersAndAll);
        json.array("variants", playlist.variants(), (variant, members) -> {
            members.text("uri", variant.uri());
            AttributeJson.membersAndAll(variant, members);
        });
        json.objects("iFrameVariants", playlist.iFrameVariants(), AttributeJson::membersAndAll);
        json.objects("renditions", playlist.renditions(), AttributeJson::membersAndAll);
        json.objects("sessionData", playlist.sessionData(), AttributeJson::membersAndAll);
        json.objects("sessionKeys", playlist.sessionKeys(), AttributeJson::membersAndAll);
        json.texts("otherTags", texts(playlist.otherTags()));
    }

    /** Tags of either kind of playlist. */
    static void shared(Playlist playlist, JsonWriter json) throws IOException {
        json.object("start", playlist.start(), AttributeJson::members);
        json.objects(
                "defines",
                playlist.variableDefinitions().stream()
                        .map(AttributeTag::attributes)
                        .toList(),
                AttributeJson::verbatim);
    }

    static List<String> texts(List<PlaylistLine> lines) {
        return lines.stream().map(PlaylistLine::text).toList();
    }
}
