package dev.hemstitch.ads.vast;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What media files can be made of, VAST 4.0.
 *
 * @param url its URL, as written
 * @param id what the ad server calls it
 * @param delivery {@code streaming} or {@code progressive}
 * @param type the MIME type
 * @param width the width in pixels
 * @param height the height in pixels
 * @param codec the codec
 * @param fileSize its size in bytes
 * @param mediaType such as {@code 2D} or {@code 360}
 */
public record Mezzanine(
        String url,
        Optional<String> id,
        Optional<String> delivery,
        Optional<String> type,
        OptionalInt width,
        OptionalInt height,
        Optional<String> codec,
        OptionalLong fileSize,
        Optional<String> mediaType) {}
