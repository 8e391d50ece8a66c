package dev.hemstitch.benchmarks.report;

import dev.hemstitch.benchmarks.contender.Contenders;
import dev.hemstitch.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which figures are shown, and what each of them must reach: the one place where targets stand. */
final class Rows {
    private static final List<String> LIBRARIES = List.of("LINDSTROM", "OPEN_M3U8");
    private static final List<String> RIVALS = List.of("LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING");
    private static final List<String> KEEPS_KEYS_AND_DATES = List.of("LINDSTROM", "LINE_SPLITTING");
    private static final List<String> SHOWN = List.of("LINDSTROM", "OPEN_M3U8", "LINE_SPLITTING", "KEPT_LINES");
    private static final List<Workload> NOT_PICTURED =
            List.of(Workload.VOD_10000, Workload.LIVE_900, Workload.LIVE_10_DATED);

    /** How many times as fast as the fastest library reading must be. */
    private static final Map<Workload, Double> PARSE_AHEAD = Map.of(
            Workload.LIVE_10, 12.0,
            Workload.LIVE_10_DATED, 12.0,
            Workload.VOD_1200, 4.0,
            Workload.VOD_10000, 4.0,
            Workload.DATED_1MB, 10.0,
            Workload.MULTIVARIANT, 6.0);

    private static final Map<Workload, String> WORDS = Map.ofEntries(
            Map.entry(Workload.LIVE_10, "live, 10 segments: key, date, date range"),
            Map.entry(Workload.LIVE_10_CLEAR, "live, 10 segments"),
            Map.entry(Workload.LIVE_10_DATED, "live, 10 segments: key, date range, a date on each"),
            Map.entry(Workload.LIVE_900, "live, 900 segments: keys, dates, date ranges"),
            Map.entry(Workload.VOD_1200, "VOD, 1,200 segments"),
            Map.entry(Workload.VOD_10000, "VOD, 10,000 segments"),
            Map.entry(Workload.FRAGMENTED_1200, "VOD, 1,200 byte ranges with maps"),
            Map.entry(Workload.DATED_1MB, "1 MB, a date on each of 9,200 segments"),
            Map.entry(Workload.MULTIVARIANT, "multivariant"),
            Map.entry(Workload.ENCRYPTED_1200, "splice and write: AES-128 with implied vectors, 1,200 segments"),
            Map.entry(Workload.DATED_1200, "splice and write: a date on each of 1,200 segments"),
            Map.entry(Workload.RELATIVE_1200, "resolve each URI and write: 1,200 segments"));

    private Rows() {}

    /** {@return all rows in the order of the table} */
    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        Stream.of(
                        Workload.LIVE_10,
                        Workload.LIVE_10_DATED,
                        Workload.LIVE_900,
                        Workload.VOD_1200,
                        Workload.VOD_10000,
                        Workload.DATED_1MB,
                        Workload.FRAGMENTED_1200,
                        Workload.MULTIVARIANT)
                .map(Rows::parse)
                .forEach(rows::add);
        Stream.of(
                        Workload.LIVE_10_CLEAR,
                        Workload.LIVE_10,
                        Workload.LIVE_900,
                        Workload.VOD_1200,
                        Workload.VOD_10000,
                        Workload.FRAGMENTED_1200)
                .map(Rows::splice)
                .forEach(rows::add);
        List<Workload> own = List.of(Workload.LIVE_10_CLEAR, Workload.VOD_1200, Workload.VOD_10000);
        own.forEach(workload -> rows.add(alone(
                "splice into a reused buffer: ",
                "SpliceBenchmark.spliceInto",
                workload,
                "LimitBenchmark.copyIntoReused",
                new Target.Within(1.6, "copy"))));
        own.forEach(workload -> rows.add(
                alone("splice, as buffers: ", "SpliceBenchmark.spliceToBuffers", workload, "", new Target.Below(1))));
        own.forEach(workload -> rows.add(alone(
                "plan, splice and write: ",
                "SpliceBenchmark.planSpliceAndWrite",
                workload,
                "LimitBenchmark.copySpliced")));
        List.of(Workload.LIVE_10, Workload.VOD_1200)
                .forEach(workload -> rows.add(compared(
                        "parse, splice, write: ", "ParseSpliceWriteBenchmark.parseSpliceWrite", workload, RIVALS, "")));
        List<Workload> written = List.of(Workload.LIVE_10, Workload.VOD_1200, Workload.VOD_10000);
        written.forEach(workload -> rows.add(compared(
                "write untouched: ",
                "WriteBenchmark.write",
                workload,
                RIVALS,
                of("LimitBenchmark.copy", workload),
                new Target.Within(1.1, "copy"))));
        written.forEach(workload -> rows.add(alone(
                "write, edited in one segment: ",
                "WriteBenchmark.writeEdited",
                workload,
                "LimitBenchmark.copy",
                new Target.Within(1.3, "copy"))));
        written.forEach(workload ->
                rows.add(alone("render canonically: ", "WriteBenchmark.canonical", workload, "LimitBenchmark.copy")));
        rows.add(hard("HardCaseBenchmark.splice", Workload.ENCRYPTED_1200, KEEPS_KEYS_AND_DATES));
        rows.add(hard("HardCaseBenchmark.splice", Workload.DATED_1200, KEEPS_KEYS_AND_DATES));
        rows.add(hard("HardCaseBenchmark.absoluteUris", Workload.RELATIVE_1200, RIVALS));
        rows.addAll(GrowthRows.all());
        return rows;
    }

    /** {@return the rows for a picture: those that are compared with rivals, without the longest of their kind} */
    static List<Row> pictured() {
        return all().stream()
                .filter(row -> row.targets().stream().anyMatch(Target.Ahead.class::isInstance))
                .filter(row ->
                        NOT_PICTURED.stream().noneMatch(workload -> row.own().contains(workload.name())))
                .toList();
    }

    private static Row parse(Workload workload) {
        boolean isNewer = workload == Workload.MULTIVARIANT || workload == Workload.FRAGMENTED_1200;
        List<Target> targets = new ArrayList<>();
        if (PARSE_AHEAD.containsKey(workload)) {
            targets.add(new Target.Ahead(PARSE_AHEAD.get(workload), "library"));
        }
        if (workload != Workload.FRAGMENTED_1200) {
            targets.add(new Target.Within(3, "newline scan"));
            targets.add(new Target.Allocates(workload.text().length, 0));
        }
        return compared(
                "parse: ",
                isNewer ? "ParseBenchmark.parseNewer" : "ParseBenchmark.parse",
                workload,
                LIBRARIES,
                of("LimitBenchmark.scan", workload),
                targets.toArray(new Target[0]));
    }

    private static Row splice(Workload workload) {
        List<Target> targets = switch (workload) {
            case LIVE_10_CLEAR -> spliceTargets(workload, 2.5, 10);
            case VOD_1200, VOD_10000 -> spliceTargets(workload, 1.3, 15);
            case LIVE_900 -> List.of(new Target.Ahead(15, "library"));
            default -> List.of();
        };
        return compared(
                "splice and write: ",
                workload == Workload.FRAGMENTED_1200 ? "SpliceBenchmark.spliceNewer" : "SpliceBenchmark.splice",
                workload,
                workload == Workload.LIVE_900 ? LIBRARIES : RIVALS,
                of("LimitBenchmark.copySpliced", workload),
                targets.toArray(new Target[0]));
    }

    private static List<Target> spliceTargets(Workload workload, double besideCopy, double ahead) {
        return List.of(
                new Target.Within(besideCopy, "copy"),
                new Target.Ahead(ahead, "rival"),
                new Target.Allocates(Contenders.HEMSTITCH.scene(workload).spliceAndWrite().length, 2_048));
    }

    private static Row hard(String method, Workload workload, List<String> right) {
        return compared("", method, workload, right, "", new Target.Ahead(5, "rival that is right"));
    }

    private static Row compared(
            String verb, String method, Workload workload, List<String> counting, String limit, Target... targets) {
        return new Row(
                verb + WORDS.get(workload),
                of(method, "HEMSTITCH", workload),
                counting.stream().map(rival -> of(method, rival, workload)).toList(),
                SHOWN.stream().map(rival -> of(method, rival, workload)).toList(),
                limit,
                0,
                List.of(targets));
    }

    private static Row alone(String verb, String method, Workload workload, String limit, Target... targets) {
        return new Row(
                verb + WORDS.get(workload),
                of(method, workload),
                List.of(),
                List.of(),
                limit.isEmpty() ? "" : of(limit, workload),
                0,
                List.of(targets));
    }

    private static String of(String method, Workload workload) {
        return method + "(" + workload + ")";
    }

    private static String of(String method, String contender, Workload workload) {
        return method + "(" + contender + "," + workload + ")";
    }
}
