package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.List;

/** EXT-X-VERSION and what asks for it (4.4.1.2 and 8). */
final class VersionRules implements PlaylistRule {
    private static final long LATEST = 13;

    /** Of this version are decimals in EXTINF, which have a rule of their own. */
    private static final int DECIMALS = 3;

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        List<PlacedLine> tags = playlist.all(HlsTag.VERSION);
        for (PlacedLine again : tags.subList(Math.min(1, tags.size()), tags.size())) {
            findings.report(DiagnosticCode.DUPLICATE_VERSION, again, "EXT-X-VERSION stands twice");
        }
        if (tags.isEmpty()) {
            absent(playlist, findings);
        } else {
            UnsignedIntegers.parse(tags.get(0).value())
                    .ifPresent(version -> declared(version, tags.get(0), playlist, findings));
        }
    }

    private static void absent(CheckedPlaylist playlist, Findings findings) {
        CompatibilityVersion lowest = CompatibilityVersion.of(playlist.playlist());
        if (lowest.version() > DECIMALS || lowest.version() == 2) {
            findings.reportWhole(
                    DiagnosticCode.VERSION_TOO_LOW, "there is no EXT-X-VERSION, which means 1, " + butNeeds(lowest));
        }
    }

    private static String butNeeds(CompatibilityVersion lowest) {
        return "but " + lowest.reason() + " needs " + lowest.version();
    }

    private static void declared(long version, PlacedLine line, CheckedPlaylist playlist, Findings findings) {
        if (version < 1 || version > LATEST) {
            findings.report(
                    DiagnosticCode.UNKNOWN_VERSION,
                    line.valueLocation(),
                    "there is no version " + Long.toUnsignedString(version) + ", only 1 to " + LATEST);
            return;
        }
        CompatibilityVersion lowest = CompatibilityVersion.of(playlist.playlist());
        if (version < lowest.version() && lowest.version() != DECIMALS) {
            findings.report(
                    DiagnosticCode.VERSION_TOO_LOW,
                    line.valueLocation(),
                    "EXT-X-VERSION is " + version + ", " + butNeeds(lowest));
        } else if (version > Math.max(lowest.version(), tolerated(playlist))) {
            findings.report(
                    DiagnosticCode.VERSION_TOO_HIGH,
                    line.valueLocation(),
                    "EXT-X-VERSION is " + version + ", but nothing here needs more than " + lowest.version());
        }
        playlist.lines().forEach(each -> RemovedFeatures.check(each, version, findings));
    }

    /** The highest version that something here gives a reason for, though it needs none. */
    private static long tolerated(CheckedPlaylist playlist) {
        long version = playlist.has(HlsTag.DEFINE) ? 8 : 1;
        if (playlist.media().isPresent()) {
            long ofSkipping = playlist.first(HlsTag.SERVER_CONTROL)
                    .map(VersionRules::ofSkipping)
                    .orElse(1L);
            return Math.max(Math.max(DECIMALS, version), ofSkipping);
        }
        if (playlist.has(HlsTag.MEDIA)
                || playlist.all(HlsTag.STREAM_INF).stream().anyMatch(VersionRules::hasGroup)) {
            return LATEST;
        }
        return playlist.has(HlsTag.SESSION_KEY) ? Math.max(5, version) : version;
    }

    /** A Playlist Delta Update of a playlist needs it. */
    private static long ofSkipping(PlacedLine serverControl) {
        if (serverControl.find("CAN-SKIP-UNTIL").isEmpty()) {
            return 1;
        }
        return serverControl.find("CAN-SKIP-DATERANGES").isPresent() ? 10 : 9;
    }

    private static boolean hasGroup(PlacedLine streamInf) {
        return List.of("AUDIO", "VIDEO", "SUBTITLES").stream()
                .anyMatch(name -> streamInf.find(name).isPresent());
    }
}
