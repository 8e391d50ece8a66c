package dev.hemstitch.core.diff;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tag of a Multivariant Playlist in effective terms.
 *
 * @param subject what it is called
 * @param terms its attributes, and the URI of its Media Playlist if it has one
 * @param identities what makes it the same on the other side: the surest first; empty text for none
 */
record Item(String subject, Map<String, Term> terms, List<String> identities) {
    /** The field that a URI is under, whether it is an attribute or a line of its own. */
    static final String URI = "URI";

    /**
     * Pairs those that are the same, each once: by the surest of their identities that is found on the other side, in
     * order where several have it.
     *
     * @return for each on the left its index on the right, or -1
     */
    static int[] pair(List<Item> left, List<Item> right) {
        int[] pairs = new int[left.size()];
        Arrays.fill(pairs, -1);
        boolean[] taken = new boolean[right.size()];
        int rounds = left.isEmpty() ? 0 : left.get(0).identities.size();
        for (int round = 0; round < rounds; round++) {
            Map<String, Deque<Integer>> free = new HashMap<>();
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    free.computeIfAbsent(right.get(i).identities.get(round), key -> new ArrayDeque<>())
                            .add(i);
                }
            }
            for (int i = 0; i < pairs.length; i++) {
                String identity = left.get(i).identities.get(round);
                Deque<Integer> same = identity.isEmpty() ? null : free.get(identity);
                if (pairs[i] < 0 && same != null && !same.isEmpty()) {
                    pairs[i] = same.remove();
                    taken[pairs[i]] = true;
                }
            }
        }
        return pairs;
    }
}
