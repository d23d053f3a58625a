package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupDataPorts(t *testing.T) {
	checktest.Run(t, SecurityGroupDataPorts, groupCases(6379, checks.High))
}
