package dev.hemstitch.core.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which segments of two playlists are the same when their numbers do not tell: those that begin and end alike
 * first, then those that occur once on each side and in the same order, then the same between them. What is left over
 * between two pairs is paired in order if it is as much on both sides, so that a segment with another URI is one change.
 * Takes the time of sorting.
 */
final class SegmentAlignment {
    /** Deeper, only what begins and ends alike is looked for. */
    private static final int MOST_ROUNDS = 24;

    private final List<String> left;
    private final List<String> right;
    private final int[] pairs;
    private final Deque<Block> blocks = new ArrayDeque<>();

    private record Block(int left, int leftEnd, int right, int rightEnd, int round) {}

    /** How often something occurs on each side, and where last. */
    private static final class Occurrence {
        private int leftCount;
        private int leftIndex;
        private int rightCount;
        private int rightIndex;

        boolean isUnique() {
            return leftCount == 1 && rightCount == 1;
        }
    }

    private SegmentAlignment(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
        this.pairs = new int[left.size()];
        Arrays.fill(pairs, -1);
    }

    /**
     * Pairs what is the same.
     *
     * @return for each on the left its index on the right, rising, or -1
     */
    static int[] of(List<String> left, List<String> right) {
        SegmentAlignment alignment = new SegmentAlignment(left, right);
        alignment.blocks.add(new Block(0, left.size(), 0, right.size(), 0));
        while (!alignment.blocks.isEmpty()) {
            alignment.align(alignment.blocks.remove());
        }
        return alignment.pairs;
    }

    private void align(Block block) {
        int from = block.left;
        int rightFrom = block.right;
        int to = block.leftEnd;
        int rightTo = block.rightEnd;
        while (from < to && rightFrom < rightTo && left.get(from).equals(right.get(rightFrom))) {
            pairs[from++] = rightFrom++;
        }
        while (from < to && rightFrom < rightTo && left.get(to - 1).equals(right.get(rightTo - 1))) {
            pairs[--to] = --rightTo;
        }
        if (from == to || rightFrom == rightTo) {
            return;
        }
        Block rest = new Block(from, to, rightFrom, rightTo, block.round + 1);
        List<Occurrence> anchors = rest.round > MOST_ROUNDS ? List.of() : rising(unique(rest));
        if (!anchors.isEmpty()) {
            split(rest, anchors);
        } else if (to - from == rightTo - rightFrom) {
            while (from < to) {
                pairs[from++] = rightFrom++;
            }
        }
    }

    private void split(Block block, List<Occurrence> anchors) {
        int from = block.left;
        int rightFrom = block.right;
        for (Occurrence anchor : anchors) {
            pairs[anchor.leftIndex] = anchor.rightIndex;
            blocks.add(new Block(from, anchor.leftIndex, rightFrom, anchor.rightIndex, block.round));
            from = anchor.leftIndex + 1;
            rightFrom = anchor.rightIndex + 1;
        }
        blocks.add(new Block(from, block.leftEnd, rightFrom, block.rightEnd, block.round));
    }

    /** What occurs once on each side of a block, in the order of the left. */
    private List<Occurrence> unique(Block block) {
        Map<String, Occurrence> occurrences = new HashMap<>();
        for (int i = block.left; i < block.leftEnd; i++) {
            Occurrence occurrence = occurrences.computeIfAbsent(left.get(i), key -> new Occurrence());
            occurrence.leftCount++;
            occurrence.leftIndex = i;
        }
        for (int i = block.right; i < block.rightEnd; i++) {
            Occurrence occurrence = occurrences.get(right.get(i));
            if (occurrence != null) {
                occurrence.rightCount++;
                occurrence.rightIndex = i;
            }
        }
        List<Occurrence> unique = new ArrayList<>();
        for (int i = block.left; i < block.leftEnd; i++) {
            Occurrence occurrence = occurrences.get(left.get(i));
            if (occurrence != null && occurrence.isUnique()) {
                unique.add(occurrence);
            }
        }
        return unique;
    }

    /** The longest of their subsequences that rises on the right too. */
    private static List<Occurrence> rising(List<Occurrence> all) {
        int[] tails = new int[all.size()];
        int[] before = new int[all.size()];
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all.get(tails[middle]).rightIndex < all.get(i).rightIndex) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        Occurrence[] chain = new Occurrence[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            chain[i] = all.get(at);
            at = before[at];
        }
        return List.of(chain);
    }
}
