package dev.hemstitch.ads.vast;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A file or stream that can be played. Sizes are in pixels, bit rates in kilobits per second; absent is not said.
 *
 * @param url its URL, as written
 * @param id what the ad server calls it
 * @param delivery {@code streaming} or {@code progressive}
 * @param type the MIME type as written
 * @param width the width; 0 for audio
 * @param height the height; 0 for audio
 * @param codec the codec, RFC 4281
 * @param bitrate the bit rate
 * @param minBitrate the least bit rate of a stream
 * @param maxBitrate the greatest bit rate of a stream
 * @param scalable whether it may be scaled
 * @param maintainAspectRatio whether scaling keeps the ratio
 * @param apiFramework what is needed to play it; for a plain file nothing
 * @param fileSize its size in bytes
 * @param mediaType such as {@code 2D} or {@code 360}
 */
public record MediaFile(
        String url,
        Optional<String> id,
        Optional<String> delivery,
        Optional<String> type,
        OptionalInt width,
        OptionalInt height,
        Optional<String> codec,
        OptionalInt bitrate,
        OptionalInt minBitrate,
        OptionalInt maxBitrate,
        Optional<Boolean> scalable,
        Optional<Boolean> maintainAspectRatio,
        Optional<String> apiFramework,
        OptionalLong fileSize,
        Optional<String> mediaType) {

    /** {@return whether it is an HLS playlist that needs no framework to play} */
    public boolean isHls() {
        String bare = type.map(MediaFile::withoutParameters).orElse("");
        return apiFramework.isEmpty()
                && (bare.equalsIgnoreCase("application/x-mpegURL")
                        || bare.equalsIgnoreCase("application/vnd.apple.mpegurl"));
    }

    /** {@return whether it says that it is streamed} */
    public boolean isStreaming() {
        return delivery.filter("streaming"::equalsIgnoreCase).isPresent();
    }

    private static String withoutParameters(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    }
}
