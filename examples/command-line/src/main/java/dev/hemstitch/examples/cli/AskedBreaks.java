package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.vast.AdResponseLimits;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastException;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastProblem;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vmap.VmapException;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapProblem;
import dev.hemstitch.ads.vmap.VmapResponse;
import dev.hemstitch.core.uri.UriReferences;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** The breaks that {@code stitch} is asked for, by files of ads and by ad responses. */
final class AskedBreaks {
    /** The most bytes of an ad's playlist: one that is longer is no ad, and must not take the memory that content needs. */
    private static final int MOST_PLAYLIST_BYTES = 16 << 20;

    private final InputReader playlists;
    private final InputReader responses;
    private final PrintWriter err;
    private final Presentation content;
    private final List<BreakPosition> opportunities;
    private final List<AdBreak> breaks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** An ad that is named twice is read once. */
    private final Map<String, Ad> ads = new HashMap<>();

    AskedBreaks(InputReader reader, PrintWriter err, Presentation content) {
        this.playlists = reader.limitedTo(MOST_PLAYLIST_BYTES);
        this.responses = reader.limitedTo(AdResponseLimits.DEFAULT.maxBytes());
        this.err = err;
        this.content = content;
        this.opportunities = CueReader.withDefaults().read(content.reference().playlist()).breaks().stream()
                .map(signalled -> signalled.toAdBreak(List.of()).position())
                .toList();
    }

    /** The n-th opportunity is where cue markers of the content signal the n-th break. */
    private BreakPosition placed(BreakPosition position) {
        int number = position.opportunity().orElse(0);
        return number == 0 || number > opportunities.size() ? position : opportunities.get(number - 1);
    }

    List<AdBreak> breaks() {
        return Collections.unmodifiableList(breaks);
    }

    /** What reports call each break: where it was asked for. */
    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    private void add(AdBreak adBreak) {
        breaks.add(adBreak);
        names.add(adBreak.position().toString());
        adBreak.failures()
                .forEach(failure -> err.println("break " + adBreak.position() + ": error "
                        + failure.error().code() + " " + failure.error() + " " + failure.message()));
    }

    void add(BreakOption option) {
        List<Ad> loaded = option.ads().stream().map(file -> load(file, file)).toList();
        add(new AdBreak(placed(option.position()), loaded));
    }

    /** A FILE as it may be told: the query of a URL may carry a token. */
    private static String named(String file) {
        return InputReader.isHttp(file) ? UriReferences.redact(file) : file;
    }

    private Ad load(String id, String file) {
        Ad known = ads.computeIfAbsent(file, name -> Ad.load(id, name, limited(new FileSource(playlists, name))));
        return new Ad(id, known.presentation(), known.problem(), known.message(), known.response());
    }

    private static PlaylistSource limited(PlaylistSource source) {
        return uri -> {
            PlaylistSource.Fetched fetched = source.fetch(uri);
            if (fetched.text().length > MOST_PLAYLIST_BYTES) {
                throw new InputException(
                        UriReferences.redact(uri) + ": has more than " + MOST_PLAYLIST_BYTES + " bytes");
            }
            return fetched;
        };
    }

    /** The breaks of a VMAP response; one that cannot be read gives none, and the content plays on. */
    void addVmap(String file) {
        try {
            Input input = responses.read(file);
            VmapResponse vmap = VmapParser.create().parse(input.bytes());
            for (VmapProblem problem : vmap.problems()) {
                err.println(input.name() + ":" + problem);
            }
            resolver(input).resolve(vmap, input.uri(), content, opportunities).forEach(this::add);
        } catch (InputException e) {
            err.println(e.getMessage());
        } catch (VmapException e) {
            err.println(named(file) + ":" + e.getMessage());
        }
    }

    /** The break of a VAST response; one that cannot be read gives a break without ads. */
    void addVast(VastOption option) {
        try {
            Input input = responses.read(option.file());
            var vast = VastParser.create().parse(input.bytes());
            for (VastProblem problem : vast.problems()) {
                err.println(input.name() + ":" + problem);
            }
            add(resolver(input).resolve(vast, input.uri(), placed(option.position()), OptionalLong.empty()));
            return;
        } catch (InputException e) {
            err.println(e.getMessage());
        } catch (VastException e) {
            err.println(named(option.file()) + ":" + e.getMessage());
        }
        add(new AdBreak(placed(option.position()), List.of()));
    }

    /** A response from the network may name nothing but what is on the network. */
    private AdBreakResolver resolver(Input response) {
        boolean remote = InputReader.isHttp(response.uri());
        Set<String> schemes = remote ? Set.of("http", "https") : Set.of("http", "https", "file");
        AdResponseSource source = (uri, timeout) -> {
            Input found = responses.read(uri);
            return new AdResponseSource.Fetched(found.bytes(), found.uri());
        };
        VastMacros macros = VastMacros.builder().random(new Random()).build();
        VastResolver vast =
                VastResolver.builder(source).schemes(schemes).macros(macros).build();
        return AdBreakResolver.builder(vast, this::load)
                .schemes(schemes)
                .macros(macros)
                .build();
    }
}
