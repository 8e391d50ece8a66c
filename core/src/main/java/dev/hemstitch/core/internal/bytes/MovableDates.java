package dev.hemstitch.core.internal.bytes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where dates stand in a text and what they are, read once, so that moving them for one viewer after another is nothing
 * but writing digits.
 *
 * <p>What is ugly: columns side by side, and a time and its number of decimals in one number. Why: a date stands before each
 * segment, and an object for each would be visited by every collection as long as the playlist is kept. Paid for by
 * {@code HardCaseBenchmark}. Filled first, and not changed afterwards.
 */
public final class MovableDates {
    /** Of a date that belongs to no date range. */
    public static final int NO_RANGE = -1;

    /** Behind more days than that no date of four digits is left. */
    private static final int MOST_DAYS = 3_660_000;

    private static final long SECONDS_OF_DAY = 86_400;

    private final ByteSpan text;
    private final DateScanner scanner = new DateScanner();
    private int[] offsets = new int[4];
    private int[] days = new int[4];
    private long[] times = new long[4];
    private int @Nullable [] ranges;
    private int count;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;

    /** No dates of a text yet. */
    public MovableDates(ByteSpan text) {
        this.text = text;
    }

    /**
     * Adds the date that fills a range, behind all others.
     *
     * @param dateRange the number of the date range that it belongs to, or {@link #NO_RANGE}
     * @return false if it is not in the common spelling; then it is not added
     */
    public boolean add(int from, int to, int dateRange) {
        if (!scanner.read(text.array(), from, to)) {
            return false;
        }
        if (count == offsets.length) {
            resize(2 * count);
        }
        offsets[count] = from;
        days[count] = scanner.day();
        times[count] = scanner.nanosOfDay() << 4 | scanner.decimals();
        int[] known = ranges;
        if (known == null && dateRange != NO_RANGE) {
            known = new int[offsets.length];
            Arrays.fill(known, NO_RANGE);
            ranges = known;
        }
        if (known != null) {
            known[count] = dateRange;
        }
        firstDay = Math.min(firstDay, scanner.day());
        lastDay = Math.max(lastDay, scanner.day());
        count++;
        return true;
    }

    /** Takes away the room that is left. */
    public void trim() {
        resize(count);
    }

    private void resize(int capacity) {
        offsets = Arrays.copyOf(offsets, capacity);
        days = Arrays.copyOf(days, capacity);
        times = Arrays.copyOf(times, capacity);
        ranges = ranges == null ? null : Arrays.copyOf(ranges, capacity);
    }

    /** Whether all dates, moved that far, still have a year of four digits. */
    public boolean canMoveBy(Duration shift) {
        long most = Math.floorDiv(shift.toSeconds(), SECONDS_OF_DAY);
        return count == 0
                || (most > -MOST_DAYS
                        && most < MOST_DAYS
                        && firstDay + most >= DateDigits.FIRST_DAY
                        && lastDay + most + 1 <= DateDigits.LAST_DAY);
    }

    /** The place of the first date at or behind an offset. */
    public int place(int offset) {
        int place = Arrays.binarySearch(offsets, 0, count, offset);
        return place < 0 ? -place - 1 : place;
    }

    private int range(int place) {
        int[] known = ranges;
        return known == null ? NO_RANGE : known[place];
    }

    /** Where a date starts. */
    public int start(int place) {
        return offsets[place];
    }

    /** The offset behind the digits of a date, where its zone stands. */
    public int end(int place) {
        int decimals = DateDigits.length((int) times[place] & 15);
        return offsets[place] + DateDigits.DAY_LENGTH + DateDigits.TIME_LENGTH + decimals;
    }

    /**
     * A range of the text with its dates moved.
     *
     * @param first the place of the first date in it
     * @param last the place behind that of the last one
     * @param shift how far those move that belong to no date range
     * @param rangeShifts how far those of each date range move; those of ranges that it does not reach to stay
     */
    public LateText moved(int from, int to, int first, int last, Duration shift, List<Duration> rangeShifts) {
        return new Moved(this, from, to, first, last, shift, rangeShifts);
    }

    private static final class Moved implements LateText {
        private final MovableDates dates;
        private final int from;
        private final int to;
        private final int first;
        private final int last;
        private final Duration shift;
        private final List<Duration> rangeShifts;
        private final int length;

        Moved(MovableDates dates, int from, int to, int first, int last, Duration shift, List<Duration> rangeShifts) {
            this.dates = dates;
            this.from = from;
            this.to = to;
            this.first = first;
            this.last = last;
            this.shift = shift;
            this.rangeShifts = rangeShifts;
            this.length = to - from + growth();
        }

        /** How far a date of a date range moves. */
        private Duration shiftOf(int range) {
            return range < rangeShifts.size() ? rangeShifts.get(range) : Duration.ZERO;
        }

        /** By how many whole days dates move that belong to no date range, or those of one. */
        private int daysOf(int range) {
            Duration by = range == NO_RANGE ? shift : shiftOf(range);
            return (int) Math.floorDiv(by.toSeconds(), SECONDS_OF_DAY);
        }

        /** By how much they move within a day. */
        private long nanosOf(int range) {
            Duration by = range == NO_RANGE ? shift : shiftOf(range);
            return Math.floorMod(by.getSeconds(), SECONDS_OF_DAY) * DateDigits.SECOND + by.getNano();
        }

        /** How many decimals the dates get that they did not have. */
        private int growth() {
            int growth = 0;
            long nanos = nanosOf(NO_RANGE);
            for (int i = first; i < last; i++) {
                int range = dates.range(i);
                int decimals = (int) dates.times[i] & 15;
                long moved = (dates.times[i] >>> 4) + (range == NO_RANGE ? nanos : nanosOf(range));
                growth += DateDigits.length(DateDigits.decimals(moved, decimals)) - DateDigits.length(decimals);
            }
            return growth;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public int copyTo(byte[] target, int position) {
            byte[] source = dates.text.array();
            int at = position;
            int copied = from;
            int writtenDay = Integer.MIN_VALUE;
            int writtenAt = 0;
            int shiftDays = daysOf(NO_RANGE);
            long shiftNanos = nanosOf(NO_RANGE);
            for (int i = first; i < last; i++) {
                int range = dates.range(i);
                int start = dates.offsets[i];
                System.arraycopy(source, copied, target, at, start - copied);
                at += start - copied;
                long nanos = (dates.times[i] >>> 4) + (range == NO_RANGE ? shiftNanos : nanosOf(range));
                int more = nanos >= DateDigits.DAY ? 1 : 0;
                nanos -= more * DateDigits.DAY;
                int day = dates.days[i] + (range == NO_RANGE ? shiftDays : daysOf(range)) + more;
                if (day == writtenDay) {
                    Words.copy(target, writtenAt, at, DateDigits.DAY_LENGTH);
                } else {
                    DateDigits.putDay(target, at, day);
                    writtenDay = day;
                    writtenAt = at;
                }
                int decimals = DateDigits.decimals(nanos, (int) dates.times[i] & 15);
                at = DateDigits.putTime(target, at + DateDigits.DAY_LENGTH, nanos, decimals);
                copied = dates.end(i);
            }
            System.arraycopy(source, copied, target, at, to - copied);
            return at + to - copied;
        }
    }
}
