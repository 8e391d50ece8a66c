package dev.hemstitch.benchmarks.report;

import java.util.Optional;

/** A figure that must be reached, as a ratio within one run wherever there is something to compare with. */
sealed interface Target {
    /**
     * What came of a target.
     *
     * @param text the target in words
     * @param reached the figure that was reached, in words
     * @param isMet whether it suffices
     */
    record Verdict(String text, String reached, boolean isMet) {}

    /** The verdict; empty where something was not measured. */
    Optional<Verdict> judge(Run run, Row row);

    /** At least so many times as fast as the fastest rival of the row. */
    record Ahead(double times, String who) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            return row.aheadOfRivals(run)
                    .map(ratio -> new Verdict(
                            "≥ " + Numbers.ratio(times) + " the fastest " + who, Numbers.ratio(ratio), ratio >= times));
        }
    }

    /** At most so many times the time of the limit of the row. */
    record Within(double times, String what) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            return row.besideLimit(run)
                    .map(ratio -> new Verdict(
                            "≤ " + Numbers.ratio(times) + " the " + what, Numbers.ratio(ratio), ratio <= times));
        }
    }

    /** Allocates at most as much as a text has bytes, and some more. */
    record Allocates(int bytes, int extra) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            String text = extra == 0 ? "allocates ≤ the text" : "allocates ≤ the text + " + extra + " B";
            double most = (double) bytes + extra;
            return run.figure(row.own())
                    .map(own -> new Verdict(text, Numbers.ratio(own.bytes() / most), own.bytes() <= most));
        }
    }

    /** At most so many microseconds. */
    record Below(double micros) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            return run.micros(row.own())
                    .map(own -> new Verdict("≤ " + Numbers.micros(micros), Numbers.micros(own), own <= micros));
        }
    }

    /**
     * At most so many times the time that a smaller size takes.
     *
     * @param times how many times
     * @param small the name of the smaller size's figure
     * @param sizes how many times the smaller size this one is, where time is meant to grow with it; otherwise 1
     */
    record Grows(double times, String small, double sizes) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            String what = (sizes == 1 ? "the time" : "the time per segment") + " of 1,000 segments";
            return run.micros(small)
                    .flatMap(least -> run.micros(row.own()).map(own -> {
                        double ratio = own / least / sizes;
                        return new Verdict(
                                "≤ " + Numbers.ratio(times) + " " + what, Numbers.ratio(ratio), ratio <= times);
                    }));
        }
    }

    /** Two threads do at least so many times as much as one. */
    record Scales(double times, String one) implements Target {
        @Override
        public Optional<Verdict> judge(Run run, Row row) {
            return run.micros(one)
                    .flatMap(alone -> run.micros(row.own()).map(both -> {
                        double ratio = 2 * alone / both;
                        return new Verdict(
                                "≥ " + Numbers.ratio(times) + " the throughput of one thread",
                                Numbers.ratio(ratio),
                                ratio >= times);
                    }));
        }
    }
}
