package dataproc

import (
	"testing"

	"demarc/checks/checktest"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }
