package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** By whose measure a playlist is judged. */
public enum ValidationProfile {
    /**
     * The specification's: MUST is an error, SHOULD a warning, also where reading is tolerant. The rules for low latency of
     * its appendix B.1 are left out.
     */
    RFC8216BIS {
        @Override
        public Optional<Severity> severity(DiagnosticCode code) {
            return isAskedFor(code) ? Optional.empty() : Optional.of(strictly(code));
        }
    },
    /** The specification's, its rules for low latency, and Apple's guidance for authors, all of that as warnings. */
    APPLE {
        @Override
        public Optional<Severity> severity(DiagnosticCode code) {
            return Optional.of(strictly(code));
        }
    },
    /**
     * That of players in the field: an error is what keeps them from playing, all else that the specification calls an
     * error is a warning, and its warnings are not told.
     */
    LENIENT {
        @Override
        public Optional<Severity> severity(DiagnosticCode code) {
            if (isAskedFor(code) || strictly(code) != Severity.ERROR) {
                return Optional.empty();
            }
            return Optional.of(UNPLAYABLE.contains(code) ? Severity.ERROR : Severity.WARNING);
        }
    };

    /** Where reading is more tolerant than the specification. */
    private static final Set<DiagnosticCode> MUST_ALTHOUGH_READ = EnumSet.of(
            DiagnosticCode.BYTE_ORDER_MARK,
            DiagnosticCode.CONTROL_CHARACTER,
            DiagnosticCode.UNEXPECTED_WHITESPACE,
            DiagnosticCode.MISSING_EXTINF_COMMA);

    private static final Set<DiagnosticCode> UNPLAYABLE = EnumSet.of(
            DiagnosticCode.MIXED_PLAYLIST_KINDS,
            DiagnosticCode.MISSING_EXTM3U,
            DiagnosticCode.MISSING_ATTRIBUTE,
            DiagnosticCode.MISSING_TARGET_DURATION,
            DiagnosticCode.MISSING_VARIANT_URI,
            DiagnosticCode.MALFORMED_BYTE_RANGE,
            DiagnosticCode.UNRESOLVED_BYTE_RANGE,
            DiagnosticCode.UNRESOLVED_PART_RANGE,
            DiagnosticCode.UNDEFINED_VARIABLE,
            DiagnosticCode.UNRESOLVED_IMPORT,
            DiagnosticCode.UNRESOLVED_QUERYPARAM,
            DiagnosticCode.KEY_WITHOUT_URI,
            DiagnosticCode.MISSING_MAP,
            DiagnosticCode.NOT_A_MEDIA_PLAYLIST,
            DiagnosticCode.UNKNOWN_GROUP,
            DiagnosticCode.SEGMENT_REPLACED,
            DiagnosticCode.MEDIA_SEQUENCE_WRONG,
            DiagnosticCode.DELTA_UPDATE_WRONG);

    /**
     * How bad a problem is.
     *
     * @param code its code
     * @return the severity, or empty if this profile does not tell it
     */
    public abstract Optional<Severity> severity(DiagnosticCode code);

    private static Severity strictly(DiagnosticCode code) {
        return MUST_ALTHOUGH_READ.contains(code) ? Severity.ERROR : code.severity();
    }

    /** Guidance that holds only for those who ask for it. */
    private static boolean isAskedFor(DiagnosticCode code) {
        String section = code.section().section();
        return section.equals("B.1") || section.equals("Apple");
    }
}
