package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupAuthorizedPorts(t *testing.T) {
	checktest.Run(t, SecurityGroupAuthorizedPorts, groupCases(8443, checks.High))
}
