package dev.hemstitch.examples.kit.world;

import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.ValidationProfile;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A viewer of a channel who remembers all that was published, and notices what no player may be shown: a refresh that breaks the
 * rules of reloading, a segment that changed, discontinuities that are numbered otherwise in another rendition.
 */
public final class LiveViewer {
    private final String title;
    private final String token;
    private final Map<String, ReloadChecker> checkers = new HashMap<>();
    private final Map<String, Map<Long, String>> published = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> renditions = new HashMap<>();

    public LiveViewer(String title, String token) {
        this.title = title;
        this.token = token;
    }

    public List<String> renditions(String service) {
        return renditions.computeIfAbsent(title, any -> new Viewer(service, title, token).renditions());
    }

    /** Refreshes a rendition of the list above at a service. */
    public byte[] refresh(String service, String rendition) {
        HttpResponse<byte[]> answer = new Viewer(service, title, token).get(rendition);
        if (answer.statusCode() != 200) {
            problems.add(rendition + ": " + answer.statusCode() + ' ' + Viewer.text(answer));
            return answer.body();
        }
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(answer.body());
        checkers
                .computeIfAbsent(rendition, any -> ReloadChecker.of(ValidationProfile.RFC8216BIS))
                .next(playlist)
                .findings()
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> problems.add(rendition + ": " + finding));
        Map<Long, String> before = published.computeIfAbsent(rendition, any -> new TreeMap<>());
        for (MediaSegment segment : playlist.segments()) {
            String what = segment.uri() + ' ' + segment.duration() + ' ' + segment.discontinuitySequence();
            String was = before.putIfAbsent(segment.mediaSequence(), what);
            if (was != null && !was.equals(what)) {
                problems.add(rendition + ": " + segment.mediaSequence() + " was " + was + " and is " + what);
            }
        }
        return answer.body();
    }

    /** What was wrong. */
    public List<String> problems() {
        return problems;
    }

    /** Which samples were shown in the rendition with this name. */
    public Set<String> sources(String name) {
        Set<String> sources = new TreeSet<>();
        published
                .getOrDefault(name + ".m3u8?viewer=" + token, Map.of())
                .values()
                .forEach(what -> sources.add(what.split("/", -1)[4]));
        return sources;
    }

    /** How many segments of a sample were shown in the rendition with this name. */
    public long shown(String name, String source) {
        return published.getOrDefault(name + ".m3u8?viewer=" + token, Map.of()).values().stream()
                .filter(what -> what.split("/", -1)[4].equals(source))
                .count();
    }

    /** Which sample was shown last in the rendition with this name. */
    public String lastSource(String name) {
        TreeMap<Long, String> all = new TreeMap<>(published.get(name + ".m3u8?viewer=" + token));
        return all.lastEntry().getValue().split("/", -1)[4];
    }

    /** How many segments were published of a rendition, and whether none is missing between them. */
    public boolean isGapless(String name) {
        TreeMap<Long, String> all = new TreeMap<>(published.get(name + ".m3u8?viewer=" + token));
        return all.lastKey() - all.firstKey() + 1 == all.size();
    }
}
