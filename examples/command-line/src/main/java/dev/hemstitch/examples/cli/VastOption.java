package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.BreakPosition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value of {@code --vast}: {@code FILE@AT}.
 *
 * @param file the FILE of the ad response
 * @param position where its ads go
 */
record VastOption(String file, BreakPosition position) {
    /** Reads the value. */
    static final class Converter implements ITypeConverter<VastOption> {
        @Override
        public VastOption convert(String value) {
            int at = value.lastIndexOf('@');
            if (at < 1) {
                throw new TypeConversionException("'" + value + "' is not FILE@AT");
            }
            BreakPosition position = BreakPosition.parse(value.substring(at + 1))
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value.substring(at + 1) + "' is neither seconds nor n% nor end"));
            return new VastOption(value.substring(0, at), position);
        }
    }
}
