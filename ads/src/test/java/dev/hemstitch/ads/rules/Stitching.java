package dev.hemstitch.ads.rules;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Content and ads in memory, stitched: what a test gives and what it gets. */
public final class Stitching implements PlaylistSource {
    public static final String CONTENT = "https://origin.example/content/main.m3u8";

    private final Map<String, String> playlists = new LinkedHashMap<>();
    private final List<AdBreak> breaks = new ArrayList<>();
    private StitchOptions options = StitchOptions.DEFAULT;
    private String content = CONTENT;

    /** Content of one playlist alone. */
    public static Stitching of(String media) {
        return new Stitching().with(CONTENT, media);
    }

    /** Content of several playlists: the first is at {@link #CONTENT}, the others are relative to it. */
    public static Stitching of(String multivariant, Map<String, String> others) {
        Stitching stitching = of(multivariant);
        others.forEach((name, text) -> stitching.with("https://origin.example/content/" + name, text));
        return stitching;
    }

    public Stitching with(String uri, String text) {
        playlists.put(uri, text);
        return this;
    }

    /** Files of an ad that has several, below {@code https://ads.example/id/}. */
    public Stitching withAd(String id, Map<String, String> files) {
        files.forEach((name, text) -> with("https://ads.example/" + id + "/" + name, text));
        return this;
    }

    /** A break with ads of one playlist each, below {@code https://ads.example/}. */
    public Stitching at(String position, String... ads) {
        return at(position, java.util.Arrays.stream(ads).map(this::ad).toList());
    }

    public Stitching at(String position, List<Ad> ads) {
        breaks.add(new AdBreak(BreakPosition.parse(position).orElseThrow(), ads));
        return this;
    }

    /** The ad of a text, or of the files given before for an id. */
    public Ad ad(String textOrId) {
        if (textOrId.contains("#EXTM3U")) {
            String id = "ad" + playlists.size();
            with("https://ads.example/" + id + "/main.m3u8", textOrId);
            return Ad.load(id, "https://ads.example/" + id + "/main.m3u8", this);
        }
        return Ad.load(textOrId, "https://ads.example/" + textOrId + "/main.m3u8", this);
    }

    public Stitching options(StitchOptions.Builder wanted) {
        options = wanted.build();
        return this;
    }

    public Presentation presentation() {
        try {
            return Presentation.load(content, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stitched stitch() {
        Presentation presentation = presentation();
        return stitch(presentation, OutputLocations.inPlaceOf(presentation));
    }

    /** All output in one folder: {@code main.m3u8}, {@code 0.m3u8}, {@code 1.m3u8} and so on. */
    public Stitched stitchTo(String folder) {
        Presentation presentation = presentation();
        return stitch(presentation, new OutputLocations() {
            @Override
            public String multivariant() {
                return folder + "main.m3u8";
            }

            @Override
            public String playlist(Track track) {
                return folder + presentation.tracks().indexOf(track) + ".m3u8";
            }
        });
    }

    private Stitched stitch(Presentation presentation, OutputLocations locations) {
        VodResult result = new VodStitcher(options).stitch(presentation, breaks, locations);
        return new Stitched(result, locations.multivariant(), playlists);
    }

    @Override
    public Fetched fetch(String uri) throws IOException {
        String text = playlists.get(uri);
        if (text == null) {
            throw new FileNotFoundException(uri);
        }
        return new Fetched(Playlists.bytes(text), uri);
    }
}
