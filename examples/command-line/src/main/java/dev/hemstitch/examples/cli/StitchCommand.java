package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.interstitial.InterstitialOptions;
import dev.hemstitch.ads.interstitial.InterstitialResult;
import dev.hemstitch.ads.interstitial.InterstitialScheduler;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stitch}: ads spliced into a complete presentation. */
@Command(
        name = "stitch",
        description =
                "Splices ads into content. An ad that cannot be used is left out, and said so; the content plays on.")
final class StitchCommand implements Callable<Integer> {
    /** Audio is cut between its frames, which are up to 0.1 s long: nearer to the video no tolerance can ask for. */
    private static final Duration LEAST_SKEW = Duration.ofMillis(100);

    private final StandardStreams streams;
    private final InputReader reader;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CONTENT", description = "A Media or Multivariant Playlist.")
    private String content = "";

    @Option(
            names = "--break",
            paramLabel = "AT=AD[,AD…]",
            converter = BreakOption.Converter.class,
            description =
                    "Ads at a place of the content: seconds, n%%, or end. A comma in the name of an AD is written \\,."
                            + " Repeatable.")
    private List<BreakOption> breaks = List.of();

    @Option(
            names = "--vmap",
            paramLabel = "FILE",
            description =
                    "Breaks of a VMAP response; #n is the n-th break that cue markers of CONTENT signal. Repeatable.")
    private List<String> vmaps = List.of();

    @Option(
            names = "--vast",
            paramLabel = "FILE@AT",
            converter = VastOption.Converter.class,
            description = "Ads of a VAST response at a place of the content. Repeatable.")
    private List<VastOption> vasts = List.of();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Where to write: a file for a Media Playlist, a folder for a Multivariant Playlist.")
    private @Nullable Path out;

    @Option(names = "--replace", description = "Replace content for the break's length instead of pushing it back.")
    private boolean replace;

    @Option(
            names = "--snap",
            paramLabel = "nearest|before|after",
            description =
                    "Which segment boundary a break takes. Default: nearest; with --interstitials, where asked for.")
    private @Nullable SnapPolicy snap;

    @Option(
            names = "--tolerance",
            paramLabel = "SECONDS",
            description =
                    "How far that may be from where the break was asked for, and other renditions' boundary from it (but for less"
                            + " than 0.1 s, which frames of audio need). Default: no limit.")
    private @Nullable BigDecimal tolerance;

    @Option(
            names = "--program-date-time",
            paramLabel = "shift|keep|drop",
            description = "What becomes of dates. Default: shift, with --replace keep.")
    private @Nullable DatePolicy dates;

    @Option(
            names = "--markers",
            paramLabel = "none|cue|daterange",
            defaultValue = "none",
            description = "Mark the ads in the output. Default: ${DEFAULT-VALUE}.")
    private MarkerStyle markers = MarkerStyle.NONE;

    @Option(
            names = "--interstitials",
            description = "Schedule the breaks as HLS interstitials; asset lists go beside the output.")
    private boolean interstitials;

    @Option(
            names = "--no-interstitial-id",
            description = "Leave _HLS_interstitial_id out of the URIs of ads and asset lists, as signed URIs need it.")
    private boolean withoutIds;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was done, and what not, as JSON.")
    private @Nullable Path report;

    @Option(names = "--require", description = "Exit with 1 if nothing could be inserted.")
    private boolean require;

    StitchCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        checkUsage();
        Presentation presentation = FileSource.presentation(reader, content);
        if (presentation.isMultivariant() && out == null) {
            throw new ParameterException(spec().commandLine(), "a Multivariant Playlist needs --out FOLDER");
        }
        StitchOutput output = new StitchOutput(presentation, Optional.ofNullable(out));
        AskedBreaks asked = asked(presentation);
        checkOverwriting(output);
        SplicePlan plan = interstitials ? schedule(presentation, asked, output) : splice(presentation, asked, output);
        if (!interstitials && !plan.points().isEmpty()) {
            warnOfWhatIsNotEnded(presentation);
        }
        sayWhatWasLeftOut(plan, asked.names());
        output.written().ifPresent(file -> streams.err().println("written: " + file));
        return require && plan.points().isEmpty() ? 1 : Hemstitch.SUCCESS;
    }

    /** What is spliced into one snapshot of a live stream does not go on in the next one; interstitials do. */
    private void warnOfWhatIsNotEnded(Presentation presentation) {
        for (Track track : presentation.tracks()) {
            if (!track.playlist().endList()) {
                streams.err()
                        .println(UriReferences.redact(presentation.isMultivariant() ? track.name() : content)
                                + ": warning CONTENT_NOT_ENDED there is no EXT-X-ENDLIST: what is written is true of this"
                                + " snapshot only; live-step splices live streams");
                return;
            }
        }
    }

    private SplicePlan splice(Presentation presentation, AskedBreaks asked, StitchOutput output) throws IOException {
        StitchOptions.Builder options = options();
        Optional<EmptySubtitles> filler =
                presentation.isMultivariant() ? Optional.ofNullable(out).map(EmptySubtitles::new) : Optional.empty();
        filler.ifPresent(options::filler);
        VodResult result = new VodStitcher(options.build()).stitch(presentation, asked.breaks(), output);
        output.write(result, streams.out());
        if (filler.isPresent()) {
            filler.get().write(result.plan());
        }
        writeReport(new StitchReport(presentation, result.plan(), asked, List.of()));
        return result.plan();
    }

    private SplicePlan schedule(Presentation presentation, AskedBreaks asked, StitchOutput output) throws IOException {
        AssetListFiles lists = new AssetListFiles(output.folder());
        InterstitialResult result =
                new InterstitialScheduler(interstitialOptions()).schedule(presentation, asked.breaks(), output, lists);
        if (out == null
                && result.interstitials().stream().anyMatch(one -> one.listUri().isPresent())) {
            throw new ParameterException(
                    spec().commandLine(), "a break of several ads needs --out, beside which its asset list goes");
        }
        output.write(result.presentation(), streams.out());
        lists.write(result.interstitials());
        writeReport(new StitchReport(presentation, result.plan(), asked, result.interstitials()));
        return result.plan();
    }

    private InterstitialOptions interstitialOptions() {
        InterstitialOptions.Builder options =
                InterstitialOptions.DEFAULT.toBuilder().mode(replace ? SpliceMode.REPLACE : SpliceMode.INSERT);
        // Whoever writes the tags should add it (RFC 8216bis, D.4), and that is this command.
        options.identifying(!withoutIds);
        if (snap != null || tolerance != null) {
            options.snap(snap == null ? SnapPolicy.NEAREST : snap);
        }
        if (tolerance != null) {
            options.tolerance(Duration.ofNanos(Decimals.toNanos(tolerance)));
        }
        return options.build();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this");
        }
        return spec;
    }

    private void checkUsage() {
        if (breaks.isEmpty() && vmaps.isEmpty() && vasts.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "at least one of --break, --vmap and --vast is needed");
        }
        if (tolerance != null && tolerance.signum() < 0) {
            throw new ParameterException(spec().commandLine(), "--tolerance cannot be negative");
        }
        if (markers == MarkerStyle.DATERANGE && dates == DatePolicy.DROP) {
            throw new ParameterException(
                    spec().commandLine(), "--markers daterange needs dates: --program-date-time drop goes without");
        }
        if (withoutIds && !interstitials) {
            throw new ParameterException(spec().commandLine(), "--no-interstitial-id goes with --interstitials");
        }
        if (interstitials && (markers != MarkerStyle.NONE || dates != null)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--interstitials leaves segments and dates as they are: it goes without --markers and"
                            + " --program-date-time");
        }
    }

    /** Nothing that was read may be lost: stitched once more, the ads would stand in it twice. */
    private void checkOverwriting(StitchOutput output) throws IOException {
        List<Path> written = new ArrayList<>(output.files());
        if (report != null) {
            if (StitchOutput.isAmong(written, report)) {
                throw new ParameterException(spec().commandLine(), "--report would overwrite the output: " + report);
            }
            written.add(report);
        }
        for (Path file : written) {
            if (StitchOutput.isAmong(reader.files(), file)) {
                throw new ParameterException(spec().commandLine(), "the output would overwrite an input: " + file);
            }
        }
    }

    private StitchOptions.Builder options() {
        StitchOptions.Builder options = StitchOptions.DEFAULT.toBuilder()
                .mode(replace ? SpliceMode.REPLACE : SpliceMode.INSERT)
                .snap(snap == null ? SnapPolicy.NEAREST : snap)
                .markers(markers);
        if (tolerance != null) {
            Duration most = Duration.ofNanos(Decimals.toNanos(tolerance));
            options.tolerance(most).maximumSkew(most.compareTo(LEAST_SKEW) < 0 ? LEAST_SKEW : most);
        }
        if (dates != null) {
            options.dates(dates);
        }
        return options;
    }

    private AskedBreaks asked(Presentation presentation) {
        AskedBreaks asked = new AskedBreaks(reader, streams.err(), presentation);
        breaks.forEach(asked::add);
        vmaps.forEach(asked::addVmap);
        vasts.forEach(asked::addVast);
        return asked;
    }

    private void writeReport(StitchReport written) throws IOException {
        if (report != null) {
            try (OutputStream stream = StitchOutput.create(report);
                    JsonWriter json = new JsonWriter(stream)) {
                written.write(json);
            }
        }
    }

    private void sayWhatWasLeftOut(SplicePlan plan, List<String> names) {
        for (SplicePlan.RefusedAdOfBreak ad : plan.refusedAds()) {
            streams.err().println("break " + names.get(ad.breakIndex()) + ": left out " + ad.refused());
        }
        for (RefusedBreak refused : plan.refusedBreaks()) {
            streams.err()
                    .println("break " + names.get(refused.index()) + ": left out: " + refused.reason() + " "
                            + refused.message());
        }
        streams.err().flush();
    }
}
