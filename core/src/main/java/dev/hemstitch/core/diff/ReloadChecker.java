package dev.hemstitch.core.diff;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a series of snapshots of one playlist, each against the one before: what a server may change when it is loaded
 * again (RFC 8216bis, 6.2). What one snapshot alone breaks is for {@code PlaylistValidator}.
 *
 * <p>Playlist Delta Updates are applied to the snapshot before. A snapshot that the rules cannot follow, since so much
 * time passed that none of its segments is known, is checked for its numbers only. Remembers a snapshot, and times; not
 * safe for use by several threads.
 */
public final class ReloadChecker {
    private static final List<SnapshotRule> RULES = List.of(
            new HeaderReloadRules(),
            new DeltaReloadRules(),
            new DateRangeReloadRules(),
            new PartReloadRules(),
            new PublishedPartRules());

    private final ValidationProfile profile;
    private final ReloadTimes times = new ReloadTimes();
    private @Nullable Playlist before;

    private ReloadChecker(ValidationProfile profile) {
        this.profile = profile;
    }

    /**
     * A checker that has seen no snapshot yet.
     *
     * @param profile by whose measure it judges
     * @return the checker
     */
    public static ReloadChecker of(ValidationProfile profile) {
        return new ReloadChecker(profile);
    }

    /**
     * Checks the next snapshot, of which nobody knows when it was loaded.
     *
     * @param snapshot the snapshot
     * @return what was found, at places in this snapshot; nothing for the first one, or one of another kind
     */
    public ValidationReport next(Playlist snapshot) {
        return next(snapshot, Optional.empty(), Optional.empty());
    }

    /**
     * Checks the next snapshot, with the rules about time.
     *
     * @param snapshot the snapshot
     * @param loaded when its request was answered, not before that of the snapshot before
     * @return what was found, at places in this snapshot; nothing for the first one, or one of another kind
     */
    public ValidationReport next(Playlist snapshot, Instant loaded) {
        return next(snapshot, Optional.of(loaded), Optional.empty());
    }

    /**
     * Checks a Playlist Delta Update that is the next snapshot, with the full playlist of the same version beside it: what
     * comes of merging must play the same (RFC 8216bis, 6.2.5.1).
     *
     * @param update the update; one without EXT-X-SKIP is a full playlist, and is compared as such
     * @param full the answer without {@code _HLS_skip} to a request of the same moment
     * @return what was found, at places in the update; of the first snapshot nothing, since there is nothing to merge with
     */
    public ValidationReport nextUpdate(MediaPlaylist update, MediaPlaylist full) {
        return next(update, Optional.empty(), Optional.of(full));
    }

    private ValidationReport next(Playlist snapshot, Optional<Instant> loaded, Optional<MediaPlaylist> full) {
        Findings findings = new Findings(profile::severity);
        Playlist last = before;
        Playlist complete = snapshot;
        if (snapshot instanceof MediaPlaylist newer) {
            Snapshot laidOut = new Snapshot(newer);
            if (last instanceof MediaPlaylist older) {
                check(new Snapshot(older), laidOut, findings);
                full.ifPresent(other -> DeltaReloadRules.compare(laidOut, older, other, findings));
            }
            if (laidOut.isDelta()) {
                complete = last instanceof MediaPlaylist older
                        ? DeltaUpdate.apply(newer, older).playlist().orElse(older)
                        : last;
            }
            loaded.ifPresent(time -> times.next(laidOut, time, findings));
        } else if (last instanceof MultivariantPlaylist older) {
            StableIdRules.check(laidOut(older), laidOut(snapshot), findings);
        }
        before = complete;
        return new ValidationReport(findings.inOrder());
    }

    private static CheckedPlaylist laidOut(Playlist playlist) {
        return CheckedPlaylist.of(playlist, Variables.of(playlist, Variables.NONE, ""));
    }

    private static void check(Snapshot older, Snapshot newer, Findings findings) {
        Optional<PlaylistType> type = older.playlist().playlistType();
        if (type.filter(PlaylistType.VOD::equals).isPresent()) {
            UnchangedRule.check(older, newer, findings);
            return;
        }
        SnapshotPair pair = new SnapshotMatching(older, newer, findings).match();
        RULES.forEach(rule -> rule.check(pair));
        new SegmentReloadRules(type.filter(PlaylistType.EVENT::equals).isPresent()).check(pair);
    }
}
