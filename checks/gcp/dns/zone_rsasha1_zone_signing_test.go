package dns

import (
	"testing"

	"demarc/checks/checktest"
)

func TestZoneRSASHA1ZoneSigning(t *testing.T) {
	checktest.Run(t, ZoneRSASHA1ZoneSigning, keyCases("zoneSigning", "keySigning"))
}
