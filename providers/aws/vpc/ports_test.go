package vpc

import (
	"fmt"
	"testing"
)

func TestParsePorts(t *testing.T) {
	for word, want := range map[string]string{
		"22": "tcp 22", "8000-8010": "tcp 8000-8010", "udp/161": "udp 161", "TCP/1-65535": "all tcp ports",
		"": "", "70000": "", "-1": "", "10-5": "", "icmp/3": "", "ssh": "", "1-2-3": "",
	} {
		got, err := ParsePorts(word)
		if (err != nil) != (want == "") || err == nil && got.String() != want {
			t.Errorf("%q is %v, %v; want %q", word, got, err, want)
		}
	}
}

func TestSplit(t *testing.T) {
	got := fmt.Sprint(Ports{"tcp", 10, 20}.split([]span{{0, 12}, {15, 15}, {20, 30}, {40, 50}}))
	if want := "[tcp 10-12 tcp 13-14 tcp 15 tcp 16-19 tcp 20]"; got != want {
		t.Errorf("split into %s, want %s", got, want)
	}
	got = fmt.Sprint(Joined([]Ports{{"udp", 1, 2}, {"tcp", 13, 14}, {"tcp", 10, 12}, {"tcp", 16, 16}}))
	if want := "[tcp 10-14 tcp 16 udp 1-2]"; got != want {
		t.Errorf("joined to %s, want %s", got, want)
	}
}
