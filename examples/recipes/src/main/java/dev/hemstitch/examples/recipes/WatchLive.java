package dev.hemstitch.examples.recipes;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ValidationProfile;
import java.util.ArrayList;
import java.util.List;

/** A live playlist watched over its refreshes. */
public final class WatchLive {
    private WatchLive() {}

    /**
     * Judges each snapshot alone and against the one before.
     *
     * @param snapshots the texts of the snapshots, in order
     * @return what was found
     */
    public static List<Diagnostic> watch(List<byte[]> snapshots) {
        List<Diagnostic> findings = new ArrayList<>();
        // begin
        var parser = PlaylistParser.lenient();
        var validator = PlaylistValidator.of(ValidationProfile.RFC8216BIS);
        var reloads = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        Playlist before = parser.parse("#EXTM3U\n");
        for (byte[] text : snapshots) {
            // What did not change is not read again.
            Playlist now = before instanceof MediaPlaylist media ? parser.parseNext(media, text) : parser.parse(text);
            findings.addAll(validator.validate(now).findings());
            findings.addAll(reloads.next(now).findings());
            before = now;
        }
        // end
        return findings;
    }
}
