package demo

// shop is where a debit card is used: for how much in won, and between which
// hours.
type shop struct {
	name            string
	low, high, step int64
	open, close     int
	weight          int // how often, beside the others
}

// shops are around the corner. None of them exists.
var shops = []shop{
	{"골목커피", 4_500, 12_000, 500, 8, 19, 14},
	{"River Cafe", 5_000, 16_500, 500, 10, 21, 5},
	{"새벽편의점", 1_800, 14_200, 100, 7, 22, 14},
	{"서울교통", 1_550, 6_200, 50, 7, 20, 10},
	{"한마음마트", 12_300, 86_000, 10, 10, 21, 10},
	{"Corner Grocery", 7_200, 41_000, 100, 9, 21, 4},
	{"동네분식", 5_500, 18_000, 500, 11, 20, 8},
	{"해오름식당", 9_000, 38_000, 1_000, 11, 21, 8},
	{"달빛베이커리", 3_200, 19_800, 100, 8, 20, 5},
	{"오늘한끼배달", 14_900, 36_500, 100, 17, 22, 5},
	{"맑은샘약국", 3_500, 21_700, 100, 9, 19, 3},
	{"두레책방", 11_700, 48_600, 100, 11, 20, 2},
	{"햇살문구", 1_900, 15_400, 100, 10, 19, 2},
	{"초록세탁소", 6_000, 28_000, 1_000, 9, 19, 1},
	{"길가주유소", 40_000, 70_000, 5_000, 8, 21, 2},
	{"별밤극장", 14_000, 32_000, 1_000, 13, 21, 1},
	{"늘푸른미용실", 18_000, 45_000, 1_000, 11, 19, 1},
}

// shopping plans a card payment with so many thousandths of odds.
func (d *day) shopping(card string, thousandth int) {
	if !d.odds(thousandth) {
		return
	}
	all := 0
	for _, s := range shops {
		all += s.weight
	}
	pick := d.chance.IntN(all)
	for _, s := range shops {
		if pick -= s.weight; pick < 0 {
			d.plan(s.open, s.close, paid(kindCard, card, s.name, d.between(s.low, s.high, s.step)))
			return
		}
	}
}
