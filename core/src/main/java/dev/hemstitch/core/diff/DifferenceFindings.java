package dev.hemstitch.core.diff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the differences of two playlists. */
final class DifferenceFindings {
    /** What the playlist as a whole is called. */
    static final String PLAYLIST = "playlist";

    private final String playlist;
    private final List<Difference> found;

    /**
     * @param playlist the URI of the Media Playlist if a presentation is compared, else empty text
     * @param found where to put what is found
     */
    DifferenceFindings(String playlist, List<Difference> found) {
        this.playlist = playlist;
        this.found = found;
    }

    void added(String subject, String shown) {
        add(Difference.Kind.ADDED, subject, "", Optional.empty(), shown(shown));
    }

    void removed(String subject, String shown) {
        add(Difference.Kind.REMOVED, subject, "", shown(shown), Optional.empty());
    }

    private static Optional<String> shown(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    void changed(String subject, String field, Optional<String> left, Optional<String> right) {
        add(Difference.Kind.CHANGED, subject, field, left, right);
    }

    private void add(
            Difference.Kind kind, String subject, String field, Optional<String> left, Optional<String> right) {
        found.add(new Difference(kind, playlist, subject, field, left, right));
    }

    /** Notes each field whose value is not the same on both sides. */
    void compare(String subject, Map<String, Term> left, Map<String, Term> right) {
        Set<String> fields = new LinkedHashSet<>(left.keySet());
        fields.addAll(right.keySet());
        for (String field : fields) {
            Term before = left.get(field);
            Term after = right.get(field);
            if (before == null || after == null || !before.key().equals(after.key())) {
                changed(subject, field, shown(before), shown(after));
            }
        }
    }

    /** Notes subjects that only one side has, and the fields of those that both have. */
    void compareAll(Map<String, Map<String, Term>> left, Map<String, Map<String, Term>> right) {
        left.forEach((subject, terms) -> {
            Map<String, Term> others = right.get(subject);
            if (others == null) {
                removed(subject, "");
            } else {
                compare(subject, terms, others);
            }
        });
        right.keySet().stream().filter(subject -> !left.containsKey(subject)).forEach(subject -> added(subject, ""));
    }

    private static Optional<String> shown(@Nullable Term term) {
        return Optional.ofNullable(term).map(Term::shown);
    }
}
