package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MultivariantPlaylist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares two Multivariant Playlists. */
final class MultivariantComparison {
    private final MultivariantItems left;
    private final MultivariantItems right;
    private final DifferenceFindings findings;
    private final List<MediaPair> media = new ArrayList<>();

    /**
     * A Media Playlist that both sides have.
     *
     * @param left its URI as written on the left
     * @param right its URI as written on the right
     */
    record MediaPair(String left, String right) {}

    MultivariantComparison(
            MultivariantPlaylist left, MultivariantPlaylist right, UriIdentities uris, DifferenceFindings findings) {
        this.left = new MultivariantItems(left, uris::left);
        this.right = new MultivariantItems(right, uris::right);
        this.findings = findings;
    }

    /** {@return the Media Playlists that both sides have, in the order of the left} */
    List<MediaPair> compare() {
        findings.compare(DifferenceFindings.PLAYLIST, left.playlist(), right.playlist());
        List<Item> variants = left.variants();
        List<Item> others = right.variants();
        first(variants, others, compare(variants, others));
        compare(MultivariantItems::iFrameVariants);
        compare(MultivariantItems::renditions);
        compare(MultivariantItems::sessionData);
        compare(MultivariantItems::sessionKeys);
        return media;
    }

    private void compare(Function<MultivariantItems, List<Item>> items) {
        compare(items.apply(left), items.apply(right));
    }

    private int[] compare(List<Item> items, List<Item> others) {
        int[] pairs = Item.pair(items, others);
        boolean[] paired = new boolean[others.size()];
        for (int i = 0; i < pairs.length; i++) {
            Item item = items.get(i);
            if (pairs[i] < 0) {
                findings.removed(item.subject(), "");
            } else {
                Item other = others.get(pairs[i]);
                paired[pairs[i]] = true;
                findings.compare(item.subject(), item.terms(), other.terms());
                pair(item, other);
            }
        }
        for (int i = 0; i < paired.length; i++) {
            if (!paired[i]) {
                findings.added(others.get(i).subject(), "");
            }
        }
        return pairs;
    }

    private void pair(Item item, Item other) {
        Term uri = item.terms().get(Item.URI);
        Term otherUri = other.terms().get(Item.URI);
        boolean isMedia = !item.subject().startsWith("session ");
        if (isMedia && uri != null && otherUri != null) {
            media.add(new MediaPair(uri.shown(), otherUri.shown()));
        }
    }

    /** Players start with the first variant; the order of the others means nothing. */
    private void first(List<Item> variants, List<Item> others, int[] pairs) {
        if (!variants.isEmpty() && !others.isEmpty() && pairs[0] != 0) {
            findings.changed("first variant", Item.URI, shown(variants.get(0)), shown(others.get(0)));
        }
    }

    private static Optional<String> shown(Item item) {
        return Optional.ofNullable(item.terms().get(Item.URI)).map(Term::shown);
    }
}
