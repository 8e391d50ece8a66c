package dev.hemstitch.ads.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance: the same parts give the same throws on every machine. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long... parts) {
        return new Dice(mix(parts));
    }

    /** One number of several, so that neighbouring numbers give unlike ones. */
    static long mix(long... parts) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            mixed = (mixed ^ part) * 0xBF58476D1CE4E5B9L;
            mixed ^= mixed >>> 29;
            mixed *= 0x94D049BB133111EBL;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }

    /** {@return a number from {@code from} to {@code to}, both included} */
    long between(long from, long to) {
        return from == to ? from : random.nextLong(from, to + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
